#: Semaphore: at most two at a time, in turn
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def worker(name, semaphore):
    async with semaphore:
        print(turn, name, "in", semaphore.locked())
        await asyncio.sleep(0)
    print(turn, name, "out")


async def main():
    ticking = asyncio.create_task(ticker())
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*(worker(n, semaphore) for n in "abcdef"))
    print(turn, semaphore)
    ticking.cancel()


asyncio.run(main())
#: Semaphore: reprs and value
import asyncio


async def main():
    semaphore = asyncio.Semaphore(1)
    print(semaphore)
    await semaphore.acquire()
    print(semaphore)
    tasks = [asyncio.create_task(semaphore.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    print(semaphore)
    semaphore.release()
    semaphore.release()
    print(semaphore, semaphore.locked())
    await asyncio.sleep(0)
    print(semaphore, [task.done() for task in tasks])
    await asyncio.sleep(0)
    print(semaphore, [task.done() for task in tasks])
    tasks[2].cancel()
    await asyncio.sleep(0)
    print(semaphore)
    bounded = asyncio.BoundedSemaphore(3)
    print(bounded)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)


asyncio.run(main())
#: Semaphore: cancelled after it was woken, gives its place to the next
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def worker(name, semaphore):
    try:
        async with semaphore:
            print(turn, name, "in")
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        print(turn, name, "cancelled", semaphore._value)
        raise


async def main():
    ticking = asyncio.create_task(ticker())
    semaphore = asyncio.Semaphore(1)
    tasks = [asyncio.create_task(worker(n, semaphore)) for n in "abcd"]
    await asyncio.sleep(0)
    tasks[2].cancel()
    await asyncio.sleep(0)
    tasks[1].cancel()
    print(turn, "cancelled b and c")
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(turn, semaphore)
    ticking.cancel()


asyncio.run(main())
#: Semaphore: a newcomer does not overtake a woken waiter
import asyncio


async def main():
    semaphore = asyncio.Semaphore(0)
    log = []

    async def take(name):
        await semaphore.acquire()
        log.append(name)

    waiting = asyncio.create_task(take("waiting"))
    await asyncio.sleep(0)
    semaphore.release()
    newcomer = asyncio.create_task(take("newcomer"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(log, semaphore)
    semaphore.release()
    await asyncio.gather(waiting, newcomer)
    print(log)


asyncio.run(main())
#: BoundedSemaphore: released too often
import asyncio


async def main():
    semaphore = asyncio.BoundedSemaphore(2)
    async with semaphore:
        print(semaphore)
    try:
        semaphore.release()
    except ValueError as error:
        print(error)
    await semaphore.acquire()
    await semaphore.acquire()
    print(semaphore.locked())
    semaphore.release()
    print(semaphore)


asyncio.run(main())
#: Barrier: three come, three go, the fourth waits for two more
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def party(name, barrier):
    print(turn, name, "comes")
    place = await barrier.wait()
    print(turn, name, "goes", place)


async def main():
    ticking = asyncio.create_task(ticker())
    barrier = asyncio.Barrier(3)
    print(barrier)
    tasks = [asyncio.create_task(party(n, barrier)) for n in "abcd"]
    for _ in range(10):
        await asyncio.sleep(0)
    print(turn, barrier, barrier.n_waiting, barrier.parties, barrier.broken)
    tasks += [asyncio.create_task(party(n, barrier)) for n in "ef"]
    await asyncio.gather(*tasks)
    print(turn, barrier)
    ticking.cancel()


asyncio.run(main())
#: Barrier: abort breaks it, reset mends it
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def party(name, barrier):
    try:
        print(turn, name, await barrier.wait())
    except asyncio.BrokenBarrierError as error:
        print(turn, name, "broken:", error, barrier)


async def main():
    ticking = asyncio.create_task(ticker())
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(party(n, barrier)) for n in "ab"]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await barrier.abort()
    print(turn, "aborted", barrier)
    await asyncio.gather(*tasks)
    await party("late", barrier)
    await barrier.reset()
    print(turn, "reset", barrier)
    tasks = [asyncio.create_task(party(n, barrier)) for n in "cd"]
    await asyncio.sleep(0)
    await barrier.reset()
    print(turn, "reset with two inside", barrier)
    await asyncio.gather(*tasks)
    await asyncio.gather(*(party(n, barrier) for n in "xyz"))
    print(turn, barrier)
    ticking.cancel()


asyncio.run(main())
#: Barrier: a cancelled party leaves it whole
import asyncio


async def main():
    barrier = asyncio.Barrier(2)
    first = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    print(barrier)
    first.cancel()
    print(await asyncio.gather(first, return_exceptions=True), barrier)
    async with asyncio.timeout(1):
        async def use():
            async with barrier as place:
                return place
        print(await asyncio.gather(use(), use()))
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)
    try:
        asyncio.Barrier("2")
    except TypeError as error:
        print(error)


asyncio.run(main())
