# Title: Everyone wants the same thing at once
# Look for: Four readers find the cache empty and all compute. If they share one task, the work is done once.
# Level: advanced
# View: compare
#: Stampede
import asyncio

cache = {}


async def compute(key):
    print("computing", key)
    await asyncio.sleep(2)
    return f"value of {key}"


async def read(key):
    if key not in cache:
        cache[key] = await compute(key)
    return cache[key]


async def main():
    print(await asyncio.gather(*(read("top ten") for _ in range(4))))


asyncio.run(main())
#: One for all
import asyncio

cache = {}


async def compute(key):
    print("computing", key)
    await asyncio.sleep(2)
    return f"value of {key}"


async def read(key):
    if key not in cache:
        cache[key] = asyncio.create_task(compute(key))
    return await cache[key]


async def main():
    print(await asyncio.gather(*(read("top ten") for _ in range(4))))


asyncio.run(main())
