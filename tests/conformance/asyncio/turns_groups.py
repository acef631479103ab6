#: TaskGroup: turns, results, nesting
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
    tick = asyncio.create_task(ticker())
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(steps("a", 2))
        b = tg.create_task(steps("b", 4), name="B")
        print(turn, tg)
        async with asyncio.TaskGroup() as inner:
            inner.create_task(steps("inner", 1))
        print(turn, "inner group done")
        c = tg.create_task(steps("late", 1))
    print(turn, a.result(), b.result(), b.get_name(), c.result(), tg)
    async with asyncio.TaskGroup() as tg:
        pass
    print(turn, "empty")
    tick.cancel()


asyncio.run(main())
#: TaskGroup: a failure cancels the rest; except*
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def steps(name, count, error=None):
    try:
        for _ in range(count):
            await asyncio.sleep(0)
    except asyncio.CancelledError as e:
        print(turn, name, "cancelled", e.args)
        raise
    if error:
        print(turn, name, "fails")
        raise error


async def main():
    tick = asyncio.create_task(ticker())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(steps("a", 2, ValueError("a")))
            tg.create_task(steps("b", 2, KeyError("b")))
            tg.create_task(steps("c", 9))
            try:
                await steps("body", 9)
            finally:
                print(turn, "body ends")
    except* ValueError as e:
        print(turn, "values", e.exceptions, e.message)
    except* KeyError as e:
        print(turn, "keys", e.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(steps("d", 9))
            await asyncio.sleep(0)
            raise OSError("body")
    except* OSError as e:
        print(turn, repr(e))
    print(asyncio.current_task().cancelling())
    tick.cancel()


asyncio.run(main())
#: TaskGroup: cancelled from outside, misuse
import asyncio


async def waits(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def grouped():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(waits("a"))
        await waits("body")


async def fails_late():
    try:
        await asyncio.sleep(10)
    finally:
        raise ValueError("late")


async def main():
    t = asyncio.create_task(grouped())
    await asyncio.sleep(0.1)
    t.cancel("outside")
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled", e.args, t.cancelling())

    async def g2():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fails_late())
            await asyncio.sleep(10)
    t = asyncio.create_task(g2())
    await asyncio.sleep(0.1)
    t.cancel()
    try:
        await t
    except BaseException as e:
        print(repr(e), t.cancelling())
    tg = asyncio.TaskGroup()
    c = waits("x")
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(e)
    async with tg:
        pass
    c = waits("y")
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(e)
    try:
        async with tg:
            pass
    except RuntimeError as e:
        print(e)
    async with asyncio.timeout(1):
        async with asyncio.TaskGroup() as tg:

            async def adds():
                tg.create_task(asyncio.sleep(0.1))
                print("added by a member")
            tg.create_task(adds())
    try:
        async with asyncio.timeout(0.1):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(waits("timed"))
    except TimeoutError:
        print("timeout")


asyncio.run(main())
