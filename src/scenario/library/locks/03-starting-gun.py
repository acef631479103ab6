# Title: An event starts them all
# Look for: set() wakes every waiter in one turn; who comes later does not wait at all.
# Level: first steps
# View: timeline
#: Program
import asyncio


async def runner(name, arrives, start):
    await asyncio.sleep(arrives)
    print(name, "is at the line")
    await start.wait()
    print(name, "runs")


async def main():
    start = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for name, arrives in (("ann", 0), ("bob", 1), ("cid", 3)):
            group.create_task(runner(name, arrives, start), name=name)
        await asyncio.sleep(2)
        print("bang")
        start.set()


asyncio.run(main())
