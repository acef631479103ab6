import asyncio


async def count(turns):
    for turn in range(turns):
        print("turn", turn)
        await asyncio.sleep(0)


async def work(name, turns, error=None):
    try:
        for _ in range(turns):
            await asyncio.sleep(0)
        if error is not None:
            raise error
        print(name, "done")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def all_well():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(work("a", 2), name="first")
        second = group.create_task(work("b", 1))
        group.create_task(count(4))
        print("body done")
    print(first.result(), second.result(), first.get_name())


async def one_fails():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("a", 5))
            group.create_task(work("b", 1, ValueError("b failed")))
            group.create_task(work("c", 9))
            await asyncio.sleep(1)
            print("not reached")
    except* ValueError as caught:
        print(repr(caught), caught.exceptions)
    print("cancelling", asyncio.current_task().cancelling())


async def many_fail():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work("a", 1, ValueError("first")))
            group.create_task(work("b", 1, KeyError("second")))
            raise TypeError("body")
    except* (ValueError, KeyError) as caught:
        print("left", caught.exceptions)
    except* TypeError as caught:
        print("right", caught.exceptions)


async def nested():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(work("outer", 8))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(work("inner", 1, ValueError("inner failed")))
    except ExceptionGroup as error:
        print(error.message, error.exceptions[0].message, error.exceptions[0].exceptions)


async def cancelled_from_outside():
    async def body():
        async with asyncio.TaskGroup() as group:
            group.create_task(work("child", 9))

    task = asyncio.create_task(body())
    for _ in range(3):
        await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))


async def misuse():
    group = asyncio.TaskGroup()
    try:
        group.create_task(work("early", 1))
    except RuntimeError as error:
        print(error)
    async with group:
        pass
    for attempt in (lambda: group.create_task(work("late", 1)),):
        try:
            attempt()
        except RuntimeError as error:
            print(error)
    try:
        async with group:
            pass
    except RuntimeError as error:
        print(error)


async def main():
    for part in (all_well, one_fails, many_fail, nested, cancelled_from_outside, misuse):
        print("--", part.__name__)
        await part()


asyncio.run(main())
