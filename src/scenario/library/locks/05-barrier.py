# Title: A barrier: nobody goes on alone
# Look for: The quick ones wait at the barrier until the slowest is there; then all begin the next part.
# Level: intermediate
# View: timeline
#: Program
import asyncio


async def hiker(name, pace, camp):
    for day in (1, 2):
        await asyncio.sleep(pace)
        print(name, "reaches camp", day)
        await camp.wait()


async def main():
    camp = asyncio.Barrier(3)
    await asyncio.gather(hiker("ann", 1, camp), hiker("bob", 2, camp), hiker("cid", 3, camp))
    print("all have arrived")


asyncio.run(main())
