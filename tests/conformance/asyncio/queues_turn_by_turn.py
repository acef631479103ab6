import asyncio


async def count(turns):
    for turn in range(turns):
        print("turn", turn)
        await asyncio.sleep(0)


async def produce(queue, items):
    for item in items:
        await queue.put(item)
        print("put", item, queue.qsize(), queue.full())


async def consume(name, queue):
    while True:
        item = await queue.get()
        print(name, "got", item)
        await asyncio.sleep(0)
        queue.task_done()


async def bounded():
    queue = asyncio.Queue(2)
    counter = asyncio.create_task(count(12))
    consumers = [asyncio.create_task(consume(name, queue)) for name in "ab"]
    await produce(queue, range(6))
    await queue.join()
    print("joined", queue.empty(), queue)
    for consumer in consumers:
        consumer.cancel()
    print(await asyncio.gather(*consumers, return_exceptions=True))
    await counter


async def errors():
    queue = asyncio.Queue(maxsize=1)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error))
    queue.put_nowait(1)
    try:
        queue.put_nowait(2)
    except asyncio.QueueFull as error:
        print(repr(error))
    queue.task_done()
    try:
        queue.task_done()
    except ValueError as error:
        print(error)


async def orders():
    for kind in (asyncio.PriorityQueue, asyncio.LifoQueue, asyncio.Queue):
        queue = kind()
        for item in (3, 1, 2, 5, 4):
            queue.put_nowait((item, "item"))
        print(kind.__name__, [(await queue.get())[0] for _ in range(queue.qsize())])


async def cancelled_getter():
    queue = asyncio.Queue()
    first = asyncio.create_task(queue.get())
    second = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait("item")
    first.cancel()
    print(await asyncio.gather(first, second, return_exceptions=True))


async def shut_down():
    queue = asyncio.Queue(1)
    queue.put_nowait("last")
    putter = asyncio.create_task(queue.put("more"))
    await asyncio.sleep(0)
    queue.shutdown()
    print(await queue.get())
    for attempt in (putter, queue.get(), queue.put("again")):
        try:
            await attempt
        except asyncio.QueueShutDown as error:
            print(repr(error))
    queue = asyncio.Queue()
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.shutdown(immediate=True)
    try:
        await getter
    except asyncio.QueueShutDown:
        print("getter told")


async def main():
    for part in (bounded, errors, orders, cancelled_getter, shut_down):
        print("--", part.__name__)
        await part()


asyncio.run(main())
