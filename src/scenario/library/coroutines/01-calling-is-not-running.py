# Title: Calling a coroutine function runs nothing
# Look for: The call only makes a coroutine object. Its body begins when main awaits it.
# Level: first steps
# View: timeline
#: Program
import asyncio


async def greet(name):
    print(f"hello, {name}")
    await asyncio.sleep(1)
    return len(name)


async def main():
    coro = greet("Ada")
    print("called, and nothing happened:", type(coro).__name__)
    await asyncio.sleep(1)
    length = await coro
    print("awaited, and it ran:", length)


asyncio.run(main())
