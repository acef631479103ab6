import asyncio


async def worker(name):
    try:
        print(name, "working")
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise
    finally:
        print(name, "cleanup")


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("swallowed")
    return "survived"


async def slow_cleanup():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleaning")
        await asyncio.sleep(0.2)
        print("cleaned")


async def converts():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("converted") from None


async def main():
    task = asyncio.create_task(worker("a"))
    await asyncio.sleep(0.1)
    print(task.cancel(), task.cancelled(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main saw it", repr(error), task.cancelled(), task.done())
    print("again", task.cancel())
    try:
        task.exception()
    except asyncio.CancelledError:
        print("exception() raises CancelledError")

    task = asyncio.create_task(worker("with message"))
    await asyncio.sleep(0)
    task.cancel("the reason")
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))

    task = asyncio.create_task(worker("never started"))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled before its first step")

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())

    task = asyncio.create_task(slow_cleanup())
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.sleep(0.1)
    print("done yet?", task.done())
    await asyncio.gather(task, return_exceptions=True)
    print("now", task.cancelled())

    task = asyncio.create_task(converts())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except ValueError as error:
        print(error, task.cancelled())

    async def parent():
        child = asyncio.create_task(worker("child"))
        try:
            await child
        except asyncio.CancelledError:
            print("parent: child cancelled is", child.cancelled())
            raise

    task = asyncio.create_task(parent())
    await asyncio.sleep(0.1)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))

    async def direct():
        await worker("awaited directly")

    task = asyncio.create_task(direct())
    await asyncio.sleep(0)
    task.cancel()
    print([repr(r) for r in await asyncio.gather(task, return_exceptions=True)])

    async def suicidal():
        asyncio.current_task().cancel()
        print("still running")
        await asyncio.sleep(0)
        print("never printed")

    print([repr(r) for r in await asyncio.gather(suicidal(), return_exceptions=True)])

    async def twice():
        for i in range(2):
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("cancel", i, asyncio.current_task().cancelling())
        print("uncancel", asyncio.current_task().uncancel())

    task = asyncio.create_task(twice())
    for _ in range(2):
        await asyncio.sleep(0.1)
        task.cancel()
    await task


asyncio.run(main())
