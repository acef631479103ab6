# Title: A deadline for a whole block
# Look for: The block has three seconds in all. The first two loads fit, the third is cut off; then the deadline is moved.
# Level: intermediate
# View: timeline
#: Program
import asyncio


async def load(name):
    await asyncio.sleep(1.2)
    print(name, "loaded")


async def main():
    try:
        async with asyncio.timeout(3):
            for name in ("one", "two", "three"):
                await load(name)
    except TimeoutError:
        print("time is up")

    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as deadline:
        deadline.reschedule(loop.time() + 2)
        await load("four")
    print("expired:", deadline.expired())


asyncio.run(main())
