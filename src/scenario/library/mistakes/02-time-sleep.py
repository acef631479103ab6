# Title: time.sleep in a coroutine
# Look for: time.sleep blocks the loop's thread: the waits no longer overlap.
# Level: first steps
# View: compare
#: Mistake
import asyncio
import time


async def poll(name):
    for _ in range(2):
        time.sleep(1)
        print(name, "polled")


async def main():
    await asyncio.gather(poll("inbox"), poll("feed"))


asyncio.run(main())
#: Repaired
import asyncio


async def poll(name):
    for _ in range(2):
        await asyncio.sleep(1)
        print(name, "polled")


async def main():
    await asyncio.gather(poll("inbox"), poll("feed"))


asyncio.run(main())
