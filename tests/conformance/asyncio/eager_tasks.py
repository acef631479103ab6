#: Eager: a task takes its first step at once
import asyncio

order = []


async def work(name, waits):
    print(name, "begins", asyncio.current_task().get_name())
    for _ in range(waits):
        await asyncio.sleep(0)
    print(name, "ends")
    return name


async def fails():
    raise ValueError("eager")


async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.Task(work("a", 0), loop=loop, eager_start=True)
    print(t.done(), t.result(), t, asyncio.current_task().get_name())
    t = asyncio.Task(work("b", 1), loop=loop, eager_start=True, name="B")
    print(t.done(), t)
    print(len(asyncio.all_tasks()))
    await t
    t = loop.create_task(work("c", 0), eager_start=True)
    print(t.done())
    t = asyncio.create_task(work("d", 1), eager_start=True)
    print("d", t.done())
    await t
    t = asyncio.create_task(fails(), eager_start=True)
    print(t.done(), t.exception())
    loop.set_task_factory(asyncio.eager_task_factory)
    print(loop.get_task_factory() is asyncio.eager_task_factory)
    t = asyncio.create_task(work("e", 0))
    print(t.done())
    t = asyncio.create_task(work("f", 1), eager_start=False)
    print(t.done())
    await t
    print(await asyncio.gather(work("g", 0), work("h", 1)))
    async with asyncio.TaskGroup() as tg:
        tg.create_task(work("i", 0))
        x = tg.create_task(work("j", 1))
        print("in group")
    async with asyncio.timeout(1):
        await work("k", 1)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fails())
            print("after failing")
            await asyncio.sleep(1)
    except* ValueError as e:
        print(e.exceptions)
    c = asyncio.create_task(cancels_itself())
    print(c, c.done())
    try:
        await c
    except asyncio.CancelledError:
        print("cancelled")

    def plain(loop, coro, **kw):
        print("factory", sorted(kw))
        return asyncio.Task(coro, loop=loop, **kw)
    loop.set_task_factory(plain)
    await asyncio.create_task(work("n", 0), name="N")
    await asyncio.gather(work("o", 0))
    try:
        loop.set_task_factory(5)
    except TypeError as e:
        print(e)


async def cancels_itself():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


asyncio.run(main())
#: Eager: who runs when, counted in iterations
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def inner(name):
    print(turn, name, 1)
    await asyncio.sleep(0)
    print(turn, name, 2)


async def outer(name):
    print(turn, name, "starts inner")
    t = asyncio.create_task(inner(name + " inner"))
    print(turn, name, "goes on")
    await t
    print(turn, name, "done")


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    tick = asyncio.create_task(ticker())
    a = asyncio.create_task(outer("a"))
    b = asyncio.create_task(outer("b"))
    await asyncio.wait([a, b])
    print(turn, a.done())
    tick.cancel()


asyncio.run(main())
