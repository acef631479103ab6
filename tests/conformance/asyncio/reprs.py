#: Reprs: futures, tasks, handles, groups and timeouts
import asyncio, functools


class C:

    def method(self, *a):
        pass

    def __call__(self, *a):
        pass

    def __repr__(self):
        return "<my C>"


def cb(f):
    pass


async def work():
    await asyncio.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f)
    for c in (cb, C().method, C(), functools.partial(cb), lambda f: 0, print, functools.partial(C().method, 1, x=2), [].append):
        f = loop.create_future()
        f.add_done_callback(c)
        print(f)
        h = loop.call_soon(c, 1)
        print(h, [h])
        h.cancel()
        print(h, h.cancelled())
    h = loop.call_later(5, cb, 1)
    print(h, h.when())
    h.cancel()
    print(h)
    for n in (2, 3, 4):
        f = loop.create_future()
        for _ in range(n):
            f.add_done_callback(cb)
        print(f)
    f = loop.create_future()
    f.set_result(C())
    print(f, [f])
    for v in ("x" * 50, list(range(20)), {"a": 1}, 10 ** 60, {1, 2}, (1,), b"y" * 50, "short", 1.5, [[[[[[[[1]]]]]]]], {i: i for i in range(10)}):
        f = loop.create_future()
        f.set_result(v)
        print(f)
    f = loop.create_future()
    f.set_exception(ValueError("x" * 50))
    print(f, repr(f.exception()))
    t = asyncio.create_task(work(), name="worker")
    print(t)
    await asyncio.sleep(0)
    print(t, t.get_coro(), t.get_name())

    async def outer():
        await asyncio.gather(work(), work())
    t2 = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(t2)
    t.cancel()
    print(t)
    await asyncio.gather(t, return_exceptions=True)
    print(t)
    async with asyncio.TaskGroup() as tg:
        print(tg)
        tt = tg.create_task(work())
        print(tt, tg)
        await asyncio.sleep(0)
        print(tt)
    print(tg)
    t = asyncio.create_task(asyncio.sleep(1, "r"))
    await asyncio.sleep(0)
    print(t)
    w = asyncio.create_task(asyncio.wait_for(t, 5))
    await asyncio.sleep(0)
    print(w)
    await w
    print(t, w)
    t = asyncio.create_task(asyncio.wait([asyncio.create_task(asyncio.sleep(0.1))]))
    await asyncio.sleep(0)
    print(t)
    await t
    ev = asyncio.Event()
    t = asyncio.create_task(ev.wait())
    await asyncio.sleep(0)
    print(t)
    ev.set()
    await t
    q = asyncio.Queue()
    t = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    print(t)
    q.put_nowait(1)
    await t
    print(asyncio.current_task())
    print(loop)
    t = asyncio.create_task(asyncio.Lock().acquire())
    await asyncio.sleep(0)
    print(t)
    tm = asyncio.timeout(10)
    print(tm)
    async with tm:
        print(tm)
    print(tm)
    print(asyncio.timeout(None))


asyncio.run(main())
