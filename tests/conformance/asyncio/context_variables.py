#: Context variables, tokens and contexts
import contextvars
from contextvars import ContextVar, copy_context, Context, Token

v = ContextVar("v", default=1)
w = ContextVar("w")
print(v.name, v.get(), w.get("d"), v, w)
try:
    w.get()
except LookupError as e:
    print(repr(e)[:40])
t = v.set(2)
print(v.get(), t.var is v, t.old_value, t)
t2 = v.set(3)
print(t2.old_value)
v.reset(t2)
print(v.get(), t2)
try:
    v.reset(t2)
except RuntimeError as e:
    print(e)
try:
    w.reset(t)
except ValueError as e:
    print(e)
v.reset(t)
print(v.get())
ctx = copy_context()
print(len(ctx), list(ctx), type(ctx))


def f(x, *, y):
    v.set(x)
    w.set(y)
    return v.get()


print(ctx.run(f, 10, y=20), v.get(), w.get(None), ctx[v], ctx[w], ctx.get(v), v in ctx, dict(ctx) == {v: 10, w: 20})
print(sorted((var.name for var in ctx)), sorted(ctx.values()), len(ctx.items()), len(ctx.keys()))
try:
    ctx.run(ctx.run, f, 1)
except RuntimeError as e:
    print(e)


def other():
    try:
        v.reset(t3)
    except ValueError as e:
        print(e)


t3 = v.set(5)
copy_context().run(other)
with v.set(7) as tok:
    print(v.get(), tok)
print(v.get())
try:
    with v.set(8):
        raise KeyError
except KeyError:
    print(v.get())
try:
    ContextVar(5)
except TypeError as e:
    print(e)
try:
    Token()
except RuntimeError as e:
    print(e)
try:
    ctx["x"]
except TypeError as e:
    print(e)
try:
    Context()[v]
except KeyError as e:
    print("KeyError")
print(Token.MISSING, ContextVar[int], w.set(1).old_value is Token.MISSING)
e = Context()
print(len(e), e.run(v.get), e.copy() == e)
#: Contexts of tasks, callbacks, threads and runs
import asyncio, contextvars

v = contextvars.ContextVar("v", default="default")


async def child(name):
    print(name, "starts with", v.get())
    v.set(name)
    await asyncio.sleep(0)
    print(name, "keeps", v.get())


def cb(*a):
    print("callback", v.get())


def setter():
    v.set("set in callback")


async def main():
    loop = asyncio.get_running_loop()
    v.set("main")
    await asyncio.gather(child("a"), child("b"))
    print("main still", v.get())
    await child("awaited")
    print("main now", v.get())
    ctx = contextvars.copy_context()
    ctx.run(v.set, "ctx")
    t = asyncio.create_task(child("given"), context=ctx)
    await t
    print(ctx[v], t.get_context() is ctx, v.get())
    loop.call_soon(cb)
    loop.call_soon(cb, context=ctx)
    loop.call_soon(setter)
    loop.call_soon(cb)
    loop.call_soon(setter, context=ctx)
    loop.call_later(0.1, cb, context=ctx)
    v.set("later")
    f = loop.create_future()
    f.add_done_callback(cb)
    f.add_done_callback(cb, context=ctx)
    v.set("even later")
    f.set_result(1)
    await asyncio.sleep(0.2)
    print(await asyncio.to_thread(v.get))

    def in_thread():
        v.set("thread")
        return v.get()
    print(await asyncio.to_thread(in_thread), v.get())
    print(await loop.run_in_executor(None, v.get))
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child("grouped"))
        tg.create_task(child("grouped given"), context=ctx)
    print(ctx[v], v.get())

    async def agen():
        for i in range(2):
            v.set(f"agen {i}")
            yield i
    async for i in agen():
        print(i, v.get())
    async with asyncio.timeout(1):
        v.set("timeout")
    print(v.get())
    h = loop.call_soon(cb, context=ctx)
    print(h.get_context() is ctx)
    await asyncio.sleep(0)


asyncio.run(main())
print(v.get())
with asyncio.Runner() as r:
    v.set("outer")

    async def show(x):
        print(v.get())
        v.set(x)
    r.run(show("one"))
    r.run(show("two"))
    c = contextvars.Context()
    r.run(show("three"), context=c)
    print(c[v], v.get())
