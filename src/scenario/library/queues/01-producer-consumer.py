# Title: Producer and consumer
# Look for: The consumer is slower, so the queue fills up: its contents are shown in the inspector.
# Level: first steps
# View: timeline
#: Program
import asyncio


async def producer(queue):
    for number in range(1, 6):
        await asyncio.sleep(0.5)
        await queue.put(number)
        print("put", number)
    await queue.put(None)


async def consumer(queue):
    while (number := await queue.get()) is not None:
        await asyncio.sleep(1)
        print("used", number)


async def main():
    queue = asyncio.Queue()
    await asyncio.gather(producer(queue), consumer(queue))


asyncio.run(main())
