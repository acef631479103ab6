# Title: asyncio.run inside a running loop
# Look for: A thread can run one loop at a time. Inside a coroutine, await instead.
# Level: first steps
# View: compare
#: Mistake
import asyncio


async def load():
    await asyncio.sleep(1)
    return "data"


async def main():
    try:
        print(asyncio.run(load()))
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
#: Repaired
import asyncio


async def load():
    await asyncio.sleep(1)
    return "data"


async def main():
    print(await load())


asyncio.run(main())
