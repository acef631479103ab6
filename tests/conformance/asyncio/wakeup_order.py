import asyncio


async def awaits(name, awaitable):
    print(name, "before")
    result = await awaitable
    print(name, "after", result)
    return name


async def instant(value):
    return value


async def chain(name, depth, future):
    if depth:
        return await chain(name, depth - 1, future) + 1
    await future
    return 0


async def main():
    loop = asyncio.get_running_loop()
    print("-- a task that waits for a task that waits for a future")
    future = loop.create_future()
    inner = asyncio.create_task(awaits("inner", future))
    outer = asyncio.create_task(awaits("outer", inner))
    direct = asyncio.create_task(awaits("direct", future))
    await asyncio.sleep(0)
    loop.call_soon(print, "a callback queued before the result")
    future.set_result("value")
    loop.call_soon(print, "a callback queued after the result")
    for turn in range(4):
        print("turn", turn)
        await asyncio.sleep(0)
    print(outer.done(), await direct)

    print("-- gather wakes one turn after its last child")
    group = asyncio.gather(instant(1), instant(2))
    for turn in range(5):
        print("turn", turn, group.done())
        if group.done():
            break
        await asyncio.sleep(0)
    print(await group)

    print("-- depth costs no turns")
    gate = loop.create_future()
    deep = asyncio.create_task(chain("deep", 20, gate))
    flat = asyncio.create_task(chain("flat", 0, gate))
    for task in (deep, flat):
        task.add_done_callback(lambda task: print("done", task.result()))
    await asyncio.sleep(0)
    gate.set_result(None)
    for turn in range(3):
        print("turn", turn, deep.done(), flat.done())
        await asyncio.sleep(0)

    print("-- cancelled and completed in one turn")
    gate = loop.create_future()
    task = asyncio.create_task(awaits("unlucky", gate))
    await asyncio.sleep(0)
    gate.set_result("too late")
    print(task.cancel())
    print(await asyncio.gather(task, return_exceptions=True))

    print("-- sleep(0) against an already finished future")
    ready = loop.create_future()
    ready.set_result("ready")

    async def spin(name, n):
        for i in range(n):
            await asyncio.sleep(0)
            print(name, i)

    async def eager(name, n):
        for i in range(n):
            await ready
            print(name, i)

    await asyncio.gather(spin("spin", 3), eager("eager", 3))


asyncio.run(main())
