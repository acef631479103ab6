# Title: A computation that gives way
# Look for: With sleep(0) after every piece the download's own steps get their turn between the pieces.
# Level: intermediate
# View: compare
#: In one go
import asyncio


async def download(parts):
    for part in range(1, parts + 1):
        await asyncio.sleep(0.0005)
        print("part", part, "is here")


async def compute(pieces):
    total = 0
    for piece in range(pieces):
        total += sum(n * n for n in range(2000))
    print("computed", total)


async def main():
    await asyncio.gather(download(4), compute(10))


asyncio.run(main())
#: Giving way
import asyncio


async def download(parts):
    for part in range(1, parts + 1):
        await asyncio.sleep(0.0005)
        print("part", part, "is here")


async def compute(pieces):
    total = 0
    for piece in range(pieces):
        total += sum(n * n for n in range(2000))
        await asyncio.sleep(0)
    print("computed", total)


async def main():
    await asyncio.gather(download(4), compute(10))


asyncio.run(main())
