# Title: A task starts when its creator gives way
# Look for: create_task only puts the task into the ready queue. It takes its first step when main awaits.
# Level: first steps
# View: timeline
#: Program
import asyncio


async def worker(name):
    print(name, "starts")
    await asyncio.sleep(1)
    print(name, "ends")


async def main():
    first = asyncio.create_task(worker("first"))
    second = asyncio.create_task(worker("second"))
    print("two tasks created, none started")
    await first
    await second
    print("both done")


asyncio.run(main())
