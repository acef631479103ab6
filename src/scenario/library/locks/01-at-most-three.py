# Title: A semaphore lets three in
# Look for: Eight visitors, three places: the others wait in the order in which they came.
# Level: first steps
# View: compare
#: All at once
import asyncio


async def visit(number):
    await asyncio.sleep(1)
    print("visitor", number, "leaves")


async def main():
    await asyncio.gather(*(visit(number) for number in range(1, 9)))


asyncio.run(main())
#: Three at a time
import asyncio


async def visit(number, places):
    async with places:
        await asyncio.sleep(1)
        print("visitor", number, "leaves")


async def main():
    places = asyncio.Semaphore(3)
    await asyncio.gather(*(visit(number, places) for number in range(1, 9)))


asyncio.run(main())
