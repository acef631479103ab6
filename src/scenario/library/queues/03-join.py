# Title: Waiting until all is done
# Look for: join() returns when task_done() was called for each item, though the workers still wait for more.
# Level: intermediate
# View: timeline
#: Program
import asyncio


async def worker(name, queue):
    while True:
        seconds = await queue.get()
        await asyncio.sleep(seconds)
        print(name, "did", seconds)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for seconds in (3, 1, 2, 1, 2):
        queue.put_nowait(seconds)
    workers = [asyncio.create_task(worker(name, queue), name=name) for name in ("ann", "bob")]
    await queue.join()
    print("all done")
    for task in workers:
        task.cancel()


asyncio.run(main())
