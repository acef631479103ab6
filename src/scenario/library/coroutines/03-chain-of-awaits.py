# Title: A chain of awaits
# Look for: One task, four frames. While the innermost waits, the await chain in the inspector shows who waits for whom.
# Level: first steps
# View: timeline
#: Program
import asyncio


async def read_sensor():
    await asyncio.sleep(0.5)
    return 21.5


async def measure():
    celsius = await read_sensor()
    return celsius * 1.8 + 32


async def report():
    value = await measure()
    return f"{value:.1f} degrees"


async def main():
    print(await report())


asyncio.run(main())
