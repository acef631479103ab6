# Title: A bounded queue slows the producer down
# Look for: With maxsize=2 the producer waits in put() as soon as two items lie in the queue.
# Level: intermediate
# View: compare
#: Unbounded
import asyncio


async def producer(queue):
    for number in range(1, 7):
        await queue.put(number)
        print("put", number, "- waiting in the queue:", queue.qsize())
    await queue.put(None)


async def consumer(queue):
    while await queue.get() is not None:
        await asyncio.sleep(1)


async def main():
    queue = asyncio.Queue()
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
#: At most two
import asyncio


async def producer(queue):
    for number in range(1, 7):
        await queue.put(number)
        print("put", number, "- waiting in the queue:", queue.qsize())
    await queue.put(None)


async def consumer(queue):
    while await queue.get() is not None:
        await asyncio.sleep(1)


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
