# Title: Awaiting one by one
# Look for: Open the lane of main: each awaited call has its own bar, and the bars form a staircase.
# Level: first steps
# View: timeline
#: Program
import asyncio


async def load(part, seconds):
    await asyncio.sleep(seconds)
    return f"{part} loaded"


async def main():
    print(await load("texture", 1))
    print(await load("sound", 2))
    print(await load("map", 1))


asyncio.run(main())
