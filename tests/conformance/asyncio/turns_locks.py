#: Lock: the waiters take turns, counted in iterations
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def worker(name, lock):
    async with lock:
        print(turn, name, "has it")
        await asyncio.sleep(0)
        print(turn, name, "lets go")
    print(turn, name, "done")


async def main():
    ticking = asyncio.create_task(ticker())
    lock = asyncio.Lock()
    await asyncio.gather(*(worker(name, lock) for name in "abc"))
    print(turn, "all done", lock)
    ticking.cancel()


asyncio.run(main())
#: Lock: a cancelled waiter passes the wake-up on
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def waiter(name, lock):
    try:
        await lock.acquire()
    except asyncio.CancelledError:
        print(turn, name, "cancelled", lock.locked())
        raise
    print(turn, name, "has it")
    lock.release()


async def main():
    ticking = asyncio.create_task(ticker())
    lock = asyncio.Lock()
    await lock.acquire()
    first, second = (asyncio.create_task(waiter(name, lock)) for name in ("first", "second"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    lock.release()
    first.cancel()  # woken and cancelled in the same turn
    print(turn, "released and cancelled")
    print(await asyncio.gather(first, second, return_exceptions=True))
    print(turn, "end")
    ticking.cancel()


asyncio.run(main())
#: Lock: acquire of a free lock does not give way, nor overtake
import asyncio


async def main():
    lock = asyncio.Lock()
    order = []

    async def other():
        order.append("other ran")

    task = asyncio.create_task(other())
    await lock.acquire()
    order.append("acquired")
    await task
    waiting = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    order.append(f"locked after release: {lock.locked()}")
    late = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    order.append(f"waiting done: {waiting.done()}, late done: {late.done()}")
    lock.release()
    await late
    print(order)


asyncio.run(main())
#: Lock: errors and reprs
import asyncio


async def main():
    lock = asyncio.Lock()
    print(lock)
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    async with lock:
        print(lock)
        waiter = asyncio.create_task(lock.acquire())
        await asyncio.sleep(0)
        print(lock)
        waiter.cancel()
    try:
        with lock:
            pass
    except TypeError as error:
        print(error)
    try:
        await lock
    except TypeError as error:
        print(error)


asyncio.run(main())
#: Lock: bound to the loop in which it is first waited for
import asyncio

lock = asyncio.Lock()


async def contend():
    await lock.acquire()
    task = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    await task
    lock.release()


asyncio.run(contend())
try:
    asyncio.run(contend())
except RuntimeError as error:
    print(error)
#: Event: all waiters wake in one turn, in order
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def waiter(name, event):
    print(turn, name, await event.wait())


async def main():
    ticking = asyncio.create_task(ticker())
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(n, event)) for n in "abc"]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(event)
    tasks[1].cancel()
    event.set()
    event.clear()
    print(turn, "set and cleared", event)
    print(await asyncio.gather(*tasks, return_exceptions=True))
    event.set()
    print(turn, await event.wait(), turn, event)
    ticking.cancel()


asyncio.run(main())
#: Condition: notify, notify_all and the way back through the lock
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def waiter(name, cond):
    async with cond:
        print(turn, name, "waits")
        await cond.wait()
        print(turn, name, "woken")


async def main():
    ticking = asyncio.create_task(ticker())
    cond = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(n, cond)) for n in "abcd"]
    for _ in range(8):
        await asyncio.sleep(0)
    print(cond)
    async with cond:
        cond.notify(2)
        print(turn, "notified two")
    for _ in range(8):
        await asyncio.sleep(0)
    async with cond:
        cond.notify_all()
        print(turn, "notified all")
    await asyncio.gather(*tasks)
    print(turn, cond)
    ticking.cancel()


asyncio.run(main())
#: Condition: a cancelled waiter takes the lock before it is cancelled
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def waiter(name, cond):
    async with cond:
        try:
            await cond.wait()
        except asyncio.CancelledError as error:
            print(turn, name, "cancelled with the lock", cond.locked(), error.args)
            raise
        print(turn, name, "woken")


async def main():
    ticking = asyncio.create_task(ticker())
    cond = asyncio.Condition()
    a, b = (asyncio.create_task(waiter(n, cond)) for n in "ab")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    async with cond:
        a.cancel("first")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(turn, "cancel again while it waits for the lock")
        a.cancel("second")
        await asyncio.sleep(0)
        print(turn, "a done:", a.done())
    print(await asyncio.gather(a, return_exceptions=True), a.cancelling())
    async with cond:
        cond.notify()
        b.cancel()  # the notification is lost on it
    print(await asyncio.gather(b, return_exceptions=True))
    ticking.cancel()


asyncio.run(main())
#: Condition: a notification that meets a cancelled waiter goes to the next
import asyncio


async def waiter(name, cond):
    async with cond:
        await cond.wait()
        print(name, "woken")


async def main():
    cond = asyncio.Condition()
    a, b = (asyncio.create_task(waiter(n, cond)) for n in "ab")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    async with cond:
        cond.notify(1)
    a.cancel()
    print(await asyncio.gather(a, b, return_exceptions=True))


asyncio.run(main())
#: Condition: wait_for a predicate, with values
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0.01)


async def main():
    ticking = asyncio.create_task(ticker())
    cond = asyncio.Condition()
    items = []

    def predicate():
        print(turn, "asked", len(items))
        return len(items) >= 2 and items[-1]

    async def consumer():
        async with cond:
            print(turn, "got", await cond.wait_for(predicate))

    task = asyncio.create_task(consumer())
    for item in "xyz":
        await asyncio.sleep(0.1)
        async with cond:
            items.append(item)
            cond.notify_all()
    await task
    ticking.cancel()


asyncio.run(main())
#: Condition: errors without the lock, and a shared lock
import asyncio


async def main():
    lock = asyncio.Lock()
    cond = asyncio.Condition(lock)
    for call in (cond.notify, cond.notify_all):
        try:
            call()
        except RuntimeError as error:
            print(error)
    try:
        await cond.wait()
    except RuntimeError as error:
        print(error)
    async with lock:
        print(cond.locked(), cond)
        cond.notify()
    try:
        cond.release()
    except RuntimeError as error:
        print(error)
    try:
        async with cond:
            raise KeyError("inside")
    except KeyError:
        print(lock.locked())


asyncio.run(main())
