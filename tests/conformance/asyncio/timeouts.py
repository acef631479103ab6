import asyncio


async def count(turns):
    for turn in range(turns):
        print("turn", turn)
        await asyncio.sleep(0)


async def slow(seconds, result="done"):
    try:
        await asyncio.sleep(seconds)
        return result
    except asyncio.CancelledError:
        print("slow cancelled")
        raise


async def waiting_for():
    print(await asyncio.wait_for(slow(0.1), 1))
    print(await asyncio.wait_for(slow(0.1), None))
    try:
        await asyncio.wait_for(slow(1), 0.2)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__))
    for timeout in (0, -1):
        try:
            await asyncio.wait_for(asyncio.create_task(slow(1)), timeout)
        except TimeoutError:
            print("at once")
    done = asyncio.get_running_loop().create_future()
    done.set_result("was done")
    print(await asyncio.wait_for(done, 0))


async def blocks():
    try:
        async with asyncio.timeout(0.1) as scope:
            await slow(1)
    except TimeoutError:
        print("timed out", scope.expired(), scope)
    async with asyncio.timeout(1) as scope:
        scope.reschedule(scope.when() + 1)
        await asyncio.sleep(1.5)
    print(scope.expired(), scope)
    async with asyncio.timeout(None) as scope:
        print(scope.when(), scope)
    try:
        async with asyncio.timeout(0.5) as outer:
            try:
                async with asyncio.timeout(0.2) as inner:
                    await slow(1)
            except TimeoutError:
                print("inner", inner.expired(), outer.expired())
            await slow(1)
    except TimeoutError:
        print("outer", outer.expired())
    try:
        async with asyncio.timeout(-1):
            print("still runs")
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("past deadline")
    try:
        async with asyncio.timeout(0.1):
            raise KeyError("own error")
    except KeyError as error:
        print(error)


async def misuse():
    scope = asyncio.timeout(1)
    try:
        scope.reschedule(2)
    except RuntimeError as error:
        print(error)
    async with scope:
        pass
    for attempt in (scope.__aenter__(),):
        try:
            await attempt
        except RuntimeError as error:
            print(error)
    try:
        scope.reschedule(2)
    except RuntimeError as error:
        print(error)


async def cancelled_from_outside():
    async def body():
        try:
            async with asyncio.timeout(1):
                await slow(5)
        except TimeoutError:
            print("not a timeout")

    task = asyncio.create_task(body())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("from outside")
    counter = asyncio.create_task(count(3))
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error), task.cancelling())
    await counter


async def main():
    for part in (waiting_for, blocks, misuse, cancelled_from_outside):
        print("--", part.__name__)
        await part()


asyncio.run(main())
