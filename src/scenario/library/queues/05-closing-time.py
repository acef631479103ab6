# Title: Shutting a queue down
# Look for: After shutdown() what is in the queue is still handed out; then get() raises QueueShutDown in every worker.
# Level: advanced
# View: timeline
#: Program
import asyncio


async def worker(name, queue):
    try:
        while True:
            order = await queue.get()
            await asyncio.sleep(1)
            print(name, "served", order)
    except asyncio.QueueShutDown:
        print(name, "goes home")


async def main():
    queue = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        for name in ("ann", "bob"):
            group.create_task(worker(name, queue), name=name)
        for order in ("tea", "coffee", "cocoa"):
            await queue.put(order)
        await asyncio.sleep(0.5)
        queue.shutdown()
        print("closed")


asyncio.run(main())
