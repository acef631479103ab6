#: Queue: put and get between one producer and two consumers
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def producer(queue):
    for item in range(6):
        await queue.put(item)
        print(turn, "put", item, queue.qsize())


async def consumer(name, queue):
    while True:
        item = await queue.get()
        print(turn, name, "got", item)
        queue.task_done()


async def main():
    ticking = asyncio.create_task(ticker())
    queue = asyncio.Queue(2)
    consumers = [asyncio.create_task(consumer(n, queue)) for n in "ab"]
    await producer(queue)
    await queue.join()
    print(turn, "joined", queue)
    for task in consumers:
        task.cancel()
    await asyncio.gather(*consumers, return_exceptions=True)
    print(turn, queue)
    ticking.cancel()


asyncio.run(main())
#: Queue: a cancelled getter hands its item on
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def getter(name, queue):
    try:
        print(turn, name, "got", await queue.get())
    except asyncio.CancelledError:
        print(turn, name, "cancelled")
        raise


async def main():
    ticking = asyncio.create_task(ticker())
    queue = asyncio.Queue()
    a, b = (asyncio.create_task(getter(n, queue)) for n in "ab")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(queue)
    queue.put_nowait("item")
    a.cancel()
    print(turn, "put and cancelled", queue)
    print(await asyncio.gather(a, b, return_exceptions=True))
    print(turn, queue)
    ticking.cancel()


asyncio.run(main())
#: Queue: a cancelled putter lets the next one put
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def putter(item, queue):
    try:
        await queue.put(item)
        print(turn, "put", item)
    except asyncio.CancelledError:
        print(turn, "cancelled", item)
        raise


async def main():
    ticking = asyncio.create_task(ticker())
    queue = asyncio.Queue(1)
    queue.put_nowait("first")
    a, b = (asyncio.create_task(putter(n, queue)) for n in "ab")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(queue)
    print(queue.get_nowait())
    a.cancel()
    print(turn, "got and cancelled", queue)
    print(await asyncio.gather(a, b, return_exceptions=True), queue)
    ticking.cancel()


asyncio.run(main())
#: Queue: without waiting; too many task_done
import asyncio

queue = asyncio.Queue(maxsize=1)
print(queue.empty(), queue.full(), queue.qsize(), queue.maxsize, str(queue))
queue.put_nowait("x")
print(queue)
for call in (lambda: queue.put_nowait("y"), lambda: (queue.get_nowait(), queue.get_nowait())):
    try:
        call()
    except (asyncio.QueueFull, asyncio.QueueEmpty) as error:
        print(type(error), error.args)
queue.task_done()
try:
    queue.task_done()
except ValueError as error:
    print(error)
print(asyncio.Queue[int])
#: Queue: shutdown lets what is inside be taken
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def consumer(name, queue):
    try:
        while True:
            print(turn, name, await queue.get())
            queue.task_done()
    except asyncio.QueueShutDown as error:
        print(turn, name, "shut down", error.args)


async def putter(queue):
    try:
        await queue.put("late")
        await queue.put("later")
    except asyncio.QueueShutDown:
        print(turn, "put refused")


async def main():
    ticking = asyncio.create_task(ticker())
    queue = asyncio.Queue(2)
    for item in "xy":
        queue.put_nowait(item)
    waiting = asyncio.create_task(putter(queue))
    await asyncio.sleep(0)
    queue.shutdown()
    print(turn, queue)
    try:
        queue.put_nowait("z")
    except asyncio.QueueShutDown as error:
        print(type(error))
    await asyncio.gather(consumer("a", queue), consumer("b", queue), waiting)
    await queue.join()
    print(turn, queue)
    try:
        queue.get_nowait()
    except asyncio.QueueShutDown as error:
        print(repr(error))
    ticking.cancel()


asyncio.run(main())
#: Queue: immediate shutdown empties it and ends join
import asyncio


async def main():
    queue = asyncio.Queue()
    for item in range(3):
        queue.put_nowait(item)
    joiner = asyncio.create_task(queue.join())
    empty = asyncio.Queue()
    getter = asyncio.create_task(empty.get())
    await asyncio.sleep(0)
    queue.get_nowait()
    queue.shutdown(immediate=True)
    empty.shutdown()
    await asyncio.sleep(0)
    print(queue, joiner.done())
    queue.task_done()
    print(await joiner)
    print(await asyncio.gather(getter, return_exceptions=True))


asyncio.run(main())
#: PriorityQueue and LifoQueue
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def main():
    ticking = asyncio.create_task(ticker())
    heap = asyncio.PriorityQueue()
    stack = asyncio.LifoQueue(3)

    async def fill(queue, items):
        for item in items:
            await queue.put(item)
            print(turn, "put", item)

    async def drain(queue, count):
        for _ in range(count):
            print(turn, "got", await queue.get())

    await fill(heap, [(3, "low"), (1, "high"), (2, "mid")])
    print(heap)
    await drain(heap, 3)
    await asyncio.gather(fill(stack, range(5)), drain(stack, 5))
    print(stack)
    await asyncio.gather(drain(heap, 2), fill(heap, [9, 4]))
    ticking.cancel()


asyncio.run(main())
#: Queue: get with a timeout leaves the queue as it was
import asyncio


async def main():
    queue = asyncio.Queue()
    try:
        await asyncio.wait_for(queue.get(), 0.5)
    except TimeoutError as error:
        print(repr(error), queue)
    queue.put_nowait(1)
    print(await asyncio.wait_for(queue.get(), 0.5))
    full = asyncio.Queue(1)
    full.put_nowait("a")
    try:
        async with asyncio.timeout(0.5):
            await full.put("b")
    except TimeoutError:
        print(full)


asyncio.run(main())
