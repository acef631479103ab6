import asyncio


async def work(name, seconds, fail=False):
    print("start", name)
    await asyncio.sleep(seconds)
    if fail:
        raise ValueError(f"{name} failed")
    print("end", name)
    return name


async def main():
    a = asyncio.create_task(work("a", 0.2))
    b = asyncio.create_task(work("b", 0.1, fail=True), name="second")
    print("created", a.done(), a.get_name(), b.get_name(), a.cancelled())
    try:
        a.result()
    except asyncio.InvalidStateError as error:
        print(type(error).__name__, error)
    print(await a, a.done(), a.result(), a.exception())
    print(b.done(), repr(b.exception()))
    try:
        await b
    except ValueError as error:
        print("awaited:", error)
    try:
        b.result()
    except ValueError as error:
        print("result:", error)
    a.set_name("renamed")
    print(a.get_name(), a.cancel(), a.cancelled())
    me = asyncio.current_task()
    print(me.get_name(), me is asyncio.current_task(), me in asyncio.all_tasks(), len(asyncio.all_tasks()))
    c = asyncio.create_task(work("c", 0.1))
    c.add_done_callback(lambda task: print("callback", task.get_name(), task.result()))
    c.add_done_callback(lambda task: print("second callback"))
    removed = lambda task: print("never")
    c.add_done_callback(removed)
    print("removed", c.remove_done_callback(removed))
    await c
    print("after await")
    await asyncio.sleep(0)
    c.add_done_callback(lambda task: print("added late"))
    print("before the turn")
    await asyncio.sleep(0)
    print(await asyncio.gather(c, c), [await t for t in [a, c]])
    print(asyncio.iscoroutine(c), asyncio.isfuture(c))
    done = asyncio.ensure_future(c)
    print(done is c, isinstance(c, asyncio.Task), isinstance(c, asyncio.Future))
    wrapped = asyncio.ensure_future(work("wrapped", 0))
    print(type(wrapped).__name__, await wrapped)


asyncio.run(main())
