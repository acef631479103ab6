# Title: Each holds what the other wants
# Look for: Both tasks wait for ever. Taking the locks in the same order everywhere ends it.
# Level: advanced
# View: compare
#: Crosswise
import asyncio


async def paint(name, first, second):
    async with first:
        print(name, "has one")
        await asyncio.sleep(1)
        async with second:
            print(name, "has both")


async def main():
    brush, bucket = asyncio.Lock(), asyncio.Lock()
    try:
        async with asyncio.timeout(5):
            await asyncio.gather(paint("ann", brush, bucket), paint("bob", bucket, brush))
    except TimeoutError:
        print("nobody has painted anything")


asyncio.run(main())
#: Same order
import asyncio


async def paint(name, first, second):
    async with first:
        print(name, "has one")
        await asyncio.sleep(1)
        async with second:
            print(name, "has both")


async def main():
    brush, bucket = asyncio.Lock(), asyncio.Lock()
    try:
        async with asyncio.timeout(5):
            await asyncio.gather(paint("ann", brush, bucket), paint("bob", brush, bucket))
    except TimeoutError:
        print("nobody has painted anything")


asyncio.run(main())
