import asyncio


async def count(turns):
    for turn in range(turns):
        print("turn", turn)
        await asyncio.sleep(0)


async def hold(name, lock, turns):
    async with lock:
        print(name, "holds", lock.locked())
        for _ in range(turns):
            await asyncio.sleep(0)
    print(name, "released")


async def locks():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(hold(name, lock, 2)) for name in "abcd"]
    await asyncio.gather(count(4))
    tasks[2].cancel()
    await asyncio.gather(*tasks, count(6), return_exceptions=True)
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


async def wait_for_event(name, event):
    print(name, await event.wait(), event.is_set())


async def events():
    event = asyncio.Event()
    waiters = [asyncio.create_task(wait_for_event(name, event)) for name in "xyz"]
    counter = asyncio.create_task(count(5))
    await asyncio.sleep(0)
    waiters[1].cancel()
    await asyncio.sleep(0)
    event.set()
    event.clear()
    await asyncio.gather(*waiters, counter, return_exceptions=True)
    print(event.is_set(), [waiter.cancelled() for waiter in waiters])


async def consumer(name, condition, items):
    async with condition:
        await condition.wait_for(lambda: items)
        print(name, "takes", items.pop())


async def conditions():
    condition = asyncio.Condition()
    items = []
    consumers = [asyncio.create_task(consumer(name, condition, items)) for name in "pqr"]
    counter = asyncio.create_task(count(8))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    async with condition:
        items.append(1)
        condition.notify()
    async with condition:
        items.extend([2, 3])
        condition.notify_all()
    await asyncio.gather(*consumers, counter)
    try:
        condition.notify()
    except RuntimeError as error:
        print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)


async def main():
    for part in (locks, events, conditions):
        print("--", part.__name__)
        await part()


asyncio.run(main())
