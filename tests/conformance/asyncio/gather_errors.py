import asyncio


async def job(name, seconds, error=None):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        print(name, "was cancelled")
        raise
    print(name, "finished")
    if error:
        raise error
    return name


async def main():
    print("-- results and exceptions together")
    results = await asyncio.gather(
        job("a", 0.1), job("b", 0.05, ValueError("bad b")), job("c", 0.02, KeyError("k")), return_exceptions=True
    )
    print(results)
    print("-- the first error propagates, the rest goes on")
    try:
        await asyncio.gather(job("slow", 0.3), job("fails", 0.1, RuntimeError("stop")))
    except RuntimeError as error:
        print("caught", error)
    await asyncio.sleep(0.3)
    print("-- cancelling a gather cancels its children")
    group = asyncio.gather(job("x", 1), job("y", 2))
    await asyncio.sleep(0.1)
    print(group.cancel())
    try:
        await group
    except asyncio.CancelledError as error:
        print("gather cancelled", repr(error), group.cancelled())
    print("-- cancelling the waiting task does too")

    async def waits():
        await asyncio.gather(job("p", 1), job("q", 1))

    task = asyncio.create_task(waits())
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("task cancelled", task.cancelled())
    print("-- a child that is cancelled")
    child = asyncio.create_task(job("child", 1))
    asyncio.get_running_loop().call_later(0.1, child.cancel)
    print(await asyncio.gather(child, job("other", 0.2), return_exceptions=True))
    child = asyncio.create_task(job("child", 1))
    asyncio.get_running_loop().call_later(0.1, child.cancel)
    try:
        await asyncio.gather(child, job("other", 0.2))
    except asyncio.CancelledError:
        print("propagated")
    await asyncio.sleep(0.2)
    print("-- an error before the others have started")

    async def fails_at_once():
        raise ValueError("at once")

    try:
        await asyncio.gather(fails_at_once(), job("left alone", 0.1))
    except ValueError as error:
        print(error)
    await asyncio.sleep(0.2)


asyncio.run(main())
