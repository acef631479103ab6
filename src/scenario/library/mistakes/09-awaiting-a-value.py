# Title: Awaiting what is no awaitable
# Look for: A plain function has returned its value already; only coroutines, tasks and futures can be awaited.
# Level: first steps
# View: compare
#: Mistake
import asyncio


def price(item):
    return len(item) * 3


async def main():
    print("asking for the price")
    print("tea costs", await price("tea"))


asyncio.run(main())
#: Repaired
import asyncio


async def price(item):
    await asyncio.sleep(1)
    return len(item) * 3


async def main():
    print("asking for the price")
    print("tea costs", await price("tea"))


asyncio.run(main())
