#: gather: results in order, the end one iteration after the last
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def steps(name, count):
    for _ in range(count):
        await asyncio.sleep(0)
    print(turn, name, "ends")
    return name


async def main():
    ticking = asyncio.create_task(ticker())
    print(turn, await asyncio.gather(steps("a", 3), steps("b", 1), steps("c", 2)))
    print(turn, await asyncio.gather())
    same = asyncio.create_task(steps("same", 1))
    print(turn, await asyncio.gather(same, same, steps("other", 0)))
    print(turn, await asyncio.gather(same, same))
    print(turn, await asyncio.gather(asyncio.gather(steps("in", 1)), steps("out", 0)))
    ticking.cancel()


asyncio.run(main())
#: gather: the first failure ends it, the others run on
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def steps(name, count, error=None):
    for _ in range(count):
        await asyncio.sleep(0)
    print(turn, name, "ends")
    if error:
        raise error
    return name


async def main():
    ticking = asyncio.create_task(ticker())
    try:
        await asyncio.gather(steps("slow", 5), steps("bad", 2, ValueError("bad")), steps("worse", 3, KeyError("worse")))
    except ValueError as error:
        print(turn, "caught", repr(error))
    for _ in range(6):
        await asyncio.sleep(0)
    results = await asyncio.gather(
        steps("x", 1), steps("y", 0, OSError("y")), asyncio.sleep(0, "z"), return_exceptions=True
    )
    print(turn, results)
    ticking.cancel()


asyncio.run(main())
#: gather: a cancelled child is an error; a cancelled gather cancels its children
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def child(name):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print(turn, name, "cancelled", error.args)
        raise


async def main():
    ticking = asyncio.create_task(ticker())
    a, b = (asyncio.create_task(child(n)) for n in "ab")
    gathered = asyncio.gather(a, b)
    await asyncio.sleep(0)
    a.cancel("only a")
    try:
        await gathered
    except asyncio.CancelledError as error:
        print(turn, "gather ended", error.args, b.done())
    b.cancel()
    for flag in (False, True):
        gathered = asyncio.gather(child("c"), child("d"), return_exceptions=flag)
        await asyncio.sleep(0)
        print(turn, gathered.cancel("all"), gathered.cancelled(), gathered.done())
        try:
            await gathered
        except asyncio.CancelledError as error:
            print(turn, "gather cancelled", error.args, gathered.cancelled())
    done = asyncio.gather(asyncio.sleep(0))
    await done
    print(done.cancel())
    ticking.cancel()


asyncio.run(main())
#: gather: reprs and wrong arguments
import asyncio


async def work():
    return 1


async def main():
    gathered = asyncio.gather(work(), work())
    print(gathered)
    print(await gathered, gathered)
    try:
        asyncio.gather(1, 2)
    except TypeError as error:
        print(error)
    print(await asyncio.gather(*[work() for _ in range(3)]), type(gathered).__name__)


asyncio.run(main())
#: wait: all, first completed, first exception
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def steps(name, count, error=None):
    for _ in range(count):
        await asyncio.sleep(0)
    if error:
        raise error
    return name


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def main():
    ticking = asyncio.create_task(ticker())
    for when in (asyncio.ALL_COMPLETED, asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION):
        tasks = [
            asyncio.create_task(steps("a", 1), name="a"),
            asyncio.create_task(steps("b", 3, ValueError()), name="b"),
            asyncio.create_task(steps("c", 5), name="c"),
        ]
        start = turn
        done, pending = await asyncio.wait(tasks, return_when=when)
        print(when, turn - start, names(done), names(pending))
        await asyncio.gather(*tasks, return_exceptions=True)
        start = turn
        done, pending = await asyncio.wait(tasks, return_when=when)
        print(when, turn - start, names(done), names(pending))
    ticking.cancel()


asyncio.run(main())
#: wait: with a timeout, and cancelled, leaves the tasks alone
import asyncio


async def main():
    tasks = [asyncio.create_task(asyncio.sleep(delay, delay), name=str(delay)) for delay in (0.1, 0.3, 0.5)]
    done, pending = await asyncio.wait(tasks, timeout=0.2)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(pending, timeout=0)
    print(len(done), len(pending))
    waiting = asyncio.create_task(asyncio.wait(pending))
    await asyncio.sleep(0)
    waiting.cancel()
    print(await asyncio.gather(waiting, return_exceptions=True), [task.done() for task in tasks])
    done, pending = await asyncio.wait(pending)
    print(sorted(task.result() for task in done), pending)
    for bad in ([], asyncio.sleep(0), [asyncio.sleep(0)]):
        try:
            await asyncio.wait(bad)
        except (TypeError, ValueError) as error:
            print(error)
        if asyncio.iscoroutine(bad):
            bad.close()
        elif bad:
            bad[0].close()
    try:
        await asyncio.wait(tasks, return_when="SOON")
    except ValueError as error:
        print(error)


asyncio.run(main())
#: wait_for: done in time, too late, not at all
import asyncio

turn = 0


async def ticker():
    global turn
    for _ in range(40):
        turn += 1
        await asyncio.sleep(0)


async def steps(name, count):
    try:
        for _ in range(count):
            await asyncio.sleep(0)
        return name
    except asyncio.CancelledError:
        print(turn, name, "cancelled")
        raise


async def slow():
    try:
        await asyncio.sleep(1)
    finally:
        print("slow ends")


async def main():
    ticking = asyncio.create_task(ticker())
    print(turn, await asyncio.wait_for(steps("a", 3), 10))
    print(turn, await asyncio.wait_for(steps("none", 2), None))
    for timeout in (0, -1):
        try:
            await asyncio.wait_for(steps("zero", 2), timeout)
        except TimeoutError as error:
            print(turn, repr(error), repr(error.__cause__))
    done = asyncio.get_running_loop().create_future()
    done.set_result("already")
    print(turn, await asyncio.wait_for(done, 0))
    task = asyncio.create_task(steps("task", 3))
    print(turn, await asyncio.wait_for(task, 5))
    try:
        await asyncio.wait_for(slow(), 0.25)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), repr(error.__context__))
    await ticking


asyncio.run(main())
#: wait_for: the body ignores the timeout, or fails when cancelled
import asyncio


async def ignores():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        await asyncio.sleep(1)
        return "anyway"


async def fails():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise ValueError("instead")


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    print(await asyncio.wait_for(ignores(), 0.5), f"{loop.time() - start:.2f}")
    try:
        await asyncio.wait_for(fails(), 0.5)
    except ValueError as error:
        print(repr(error), repr(error.__context__))
    outer = asyncio.create_task(asyncio.wait_for(asyncio.sleep(5), 3))
    await asyncio.sleep(0.1)
    outer.cancel("from outside")
    try:
        await outer
    except asyncio.CancelledError as error:
        print("cancelled", error.args)
    inner = asyncio.create_task(asyncio.sleep(5))
    waiter = asyncio.create_task(asyncio.wait_for(inner, 3))
    await asyncio.sleep(0.1)
    inner.cancel("the inner one")
    try:
        await waiter
    except asyncio.CancelledError as error:
        print("cancelled", error.args, waiter.cancelled())


asyncio.run(main())
#: shield: the inner task goes on
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def steps(name, count):
    for _ in range(count):
        await asyncio.sleep(0)
    print(turn, name, "ends")
    return name


async def main():
    ticking = asyncio.create_task(ticker())
    print(turn, await asyncio.shield(steps("a", 2)))
    inner = asyncio.create_task(steps("b", 4))
    outer = asyncio.shield(inner)
    print(outer)

    async def wait():
        return await outer

    waiter = asyncio.create_task(wait())
    await asyncio.sleep(0)
    waiter.cancel("shielded")
    print(turn, await asyncio.gather(waiter, return_exceptions=True), outer.cancelled(), inner.done())
    print(turn, await inner)
    print(asyncio.shield(inner) is inner)
    ticking.cancel()


asyncio.run(main())
#: shield: the inner one is cancelled or fails
import asyncio


async def fails():
    await asyncio.sleep(0.1)
    raise ValueError("inner")


async def main():
    inner = asyncio.create_task(asyncio.sleep(1))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel("inner")
    try:
        await outer
    except asyncio.CancelledError as error:
        print("outer cancelled", error.args, outer.cancelled())
    try:
        await asyncio.shield(fails())
    except ValueError as error:
        print(repr(error))
    lost = asyncio.shield(fails())
    await asyncio.sleep(0)
    lost.cancel()
    await asyncio.sleep(0.2)
    print("the exception of a shielded task that nobody waits for was logged")


asyncio.run(main())
#: as_completed: both forms
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def steps(name, count):
    for _ in range(count):
        await asyncio.sleep(0)
    return name


async def main():
    ticking = asyncio.create_task(ticker())
    tasks = [asyncio.create_task(steps(str(n), n), name=f"T{n}") for n in (5, 1, 3)]
    for next_one in asyncio.as_completed(tasks):
        print(turn, asyncio.iscoroutine(next_one), await next_one)
    tasks = [asyncio.create_task(steps(str(n), n), name=f"T{n}") for n in (5, 1, 3)]
    async for task in asyncio.as_completed(tasks):
        print(turn, task.get_name(), await task, task in tasks)
    async for task in asyncio.as_completed(tasks):
        print(turn, task.done())
    print(list(asyncio.as_completed([])))
    ticking.cancel()


asyncio.run(main())
#: as_completed: a timeout, failures, a coroutine left unawaited
import asyncio


async def after(delay, error=None):
    await asyncio.sleep(delay)
    if error:
        raise error
    return delay


async def main():
    try:
        for next_one in asyncio.as_completed([asyncio.create_task(after(d)) for d in (0.1, 5)], timeout=0.5):
            print(await next_one)
    except TimeoutError as error:
        print(repr(error))
    tasks = [asyncio.create_task(after(0.2, KeyError("k"))), asyncio.create_task(after(0.1))]
    async for task in asyncio.as_completed(tasks):
        print(task.exception() or task.result())
    try:
        async for task in asyncio.as_completed([asyncio.create_task(after(3))], timeout=0.1):
            print("never")
    except TimeoutError:
        print("timed out")
    for bad in (after(0), 5):
        try:
            asyncio.as_completed(bad)
        except TypeError as error:
            print(error)
        if asyncio.iscoroutine(bad):
            bad.close()


asyncio.run(main())
