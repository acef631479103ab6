import asyncio


async def count(turns):
    for turn in range(turns):
        print("turn", turn)
        await asyncio.sleep(0)


async def work(name, seconds, error=None):
    await asyncio.sleep(seconds)
    if error is not None:
        raise error
    return name


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def start(*delays):
    return [asyncio.create_task(work(str(at), delay), name=f"t{at}") for at, delay in enumerate(delays)]


async def waiting():
    tasks = start(0.3, 0.1, 0.2)
    for how in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        done, pending = await asyncio.wait(tasks, return_when=how)
        print(how, names(done), names(pending))
    tasks = start(0.1, 0.3)
    done, pending = await asyncio.wait(tasks, timeout=0.2)
    print(names(done), names(pending))
    failing = asyncio.create_task(work("x", 0.05, ValueError("x")), name="failing")
    done, pending = await asyncio.wait([*tasks, failing], return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending), failing.exception())
    await asyncio.wait(pending)
    counter = asyncio.create_task(count(4))
    await asyncio.wait([asyncio.create_task(asyncio.sleep(0))])
    print("one turn of work awaited")
    await counter


async def wrong():
    coroutine = work("never", 1)
    for argument in ([], coroutine, [coroutine]):
        try:
            await asyncio.wait(argument)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    coroutine.close()


async def completing():
    for future in asyncio.as_completed([work("slow", 0.2), work("fast", 0.1), work("middle", 0.15)]):
        print(await future)
    tasks = start(0.2, 0.1)
    async for task in asyncio.as_completed(tasks):
        print(task in tasks, task.get_name(), await task)
    try:
        for future in asyncio.as_completed(start(0.1, 0.5), timeout=0.2):
            print(await future)
    except TimeoutError as error:
        print(repr(error))


async def shielding():
    inner = asyncio.create_task(work("inner", 0.2))
    outer = asyncio.ensure_future(asyncio.shield(inner))

    async def wait_outer():
        try:
            await outer
        except asyncio.CancelledError:
            print("outer cancelled", inner.done())

    waiter = asyncio.create_task(wait_outer())
    await asyncio.sleep(0)
    waiter.cancel()
    await waiter
    print(await inner)


async def main():
    for part in (waiting, wrong, completing, shielding):
        print("--", part.__name__)
        await part()


asyncio.run(main())
