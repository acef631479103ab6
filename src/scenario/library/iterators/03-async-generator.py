# Title: An async generator
# Look for: It runs only while someone asks for its next value, and remembers where it was.
# Level: intermediate
# View: timeline
#: Program
import asyncio


async def pages(count):
    for page in range(1, count + 1):
        print("fetching page", page)
        await asyncio.sleep(1)
        yield [f"item {page}.{i}" for i in (1, 2)]


async def main():
    async for items in pages(3):
        print("got", items)
        await asyncio.sleep(0.5)
    lengths = [len(items) async for items in pages(2)]
    print(lengths)


asyncio.run(main())
