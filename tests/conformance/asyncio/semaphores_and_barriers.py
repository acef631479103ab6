import asyncio


async def count(turns):
    for turn in range(turns):
        print("turn", turn)
        await asyncio.sleep(0)


async def work(name, semaphore, turns):
    async with semaphore:
        print(name, "in", semaphore.locked())
        for _ in range(turns):
            await asyncio.sleep(0)
    print(name, "out")


async def semaphores():
    semaphore = asyncio.Semaphore(2)
    tasks = [asyncio.create_task(work(name, semaphore, turns)) for name, turns in zip("abcde", (1, 3, 2, 1, 1))]
    counter = asyncio.create_task(count(9))
    await asyncio.sleep(0)
    tasks[3].cancel()
    await asyncio.gather(*tasks, counter, return_exceptions=True)
    print(semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    for attempt in (bounded.release, lambda: asyncio.Semaphore(-1)):
        try:
            attempt()
        except ValueError as error:
            print(error)


async def overtaking():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    waiter = asyncio.create_task(work("waiter", semaphore, 0))
    await asyncio.sleep(0)
    semaphore.release()
    print("after release", semaphore.locked())
    await work("late", semaphore, 0)
    await waiter


async def meet(name, barrier):
    index = await barrier.wait()
    print(name, index, barrier.n_waiting, barrier.broken)


async def barriers():
    barrier = asyncio.Barrier(3)
    counter = asyncio.create_task(count(10))
    await asyncio.gather(*[meet(name, barrier) for name in "uvwxyz"])
    waiting = asyncio.create_task(meet("alone", barrier))
    await asyncio.sleep(0)
    print(barrier.n_waiting, barrier.parties)
    await barrier.abort()
    for attempt in (waiting, barrier.wait()):
        try:
            await attempt
        except asyncio.BrokenBarrierError as error:
            print("broken:", error)
    await barrier.reset()
    print(barrier.broken)
    await counter


async def main():
    for part in (semaphores, overtaking, barriers):
        print("--", part.__name__)
        await part()


asyncio.run(main())
