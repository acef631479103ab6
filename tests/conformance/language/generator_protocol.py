#: send, throw and close
def echo():
    received = None
    while True:
        try:
            received = yield received
        except ValueError as error:
            received = f"caught {error}"
        except GeneratorExit:
            print("closing")
            raise
g = echo()
print(next(g), g.send("a"), g.throw(ValueError("v")), g.send(5), g.close(), g.close())
for action in (lambda: next(g), lambda: g.send(1), lambda: g.throw(KeyError("k")), lambda: echo().send(1), lambda: echo().throw(KeyError("new")), lambda: g.throw(5), lambda: g.throw("x")):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)
#: return values and StopIteration
def gen():
    yield 1
    return "result"
g = gen()
next(g)
try:
    next(g)
except StopIteration as stop:
    print(stop.value, stop.args)
def outer():
    result = yield from gen()
    print("got", result)
    return (yield from (x * 2 for x in range(2)))
print(list(outer()))
def raises():
    yield 1
    raise StopIteration("inside")
try:
    list(raises())
except RuntimeError as error:
    print(error, repr(error.__cause__))
def nexts():
    yield next(iter([]))
try:
    list(nexts())
except RuntimeError as error:
    print(error)
#: yield from passes everything on
class Sub:
    def __iter__(self): return self
    def __next__(self): return "next"
    def send(self, value): return f"sent {value}"
    def throw(self, *args): return f"thrown {args[0]!r}"
    def close(self): print("closed")
def delegate():
    result = yield from Sub()
g = delegate()
print(next(g), g.send(1), g.throw(ValueError("x")), next(g))
g.close()
def inner():
    try:
        yield 1
    finally:
        print("inner finally")
def outer():
    try:
        yield from inner()
    finally:
        print("outer finally")
g = outer()
next(g)
g.close()
g = outer()
next(g)
try:
    g.throw(KeyError("k"))
except KeyError as error:
    print("out", error)
#: close that does not obey
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        print("ignored")
        yield 2
g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)
def returns():
    try:
        yield 1
    except GeneratorExit:
        return "value"
g = returns()
next(g)
print(g.close())
def finalizer():
    try:
        yield 1
    finally:
        print("cleaned up")
for x in finalizer():
    break
print("after loop")
g = finalizer()
next(g)
del g
print("end")
#: running and state
def me():
    try:
        next(g)
    except ValueError as error:
        yield str(error)
g = me()
print(next(g))
def f(): yield 1
g = f()
print(g.gi_running, g.gi_frame is not None, g.gi_code.co_name, g.gi_yieldfrom, g.__name__, g.__qualname__)
list(g)
print(g.gi_frame, type(g).__name__, iter(g) is g, repr(g).split(" at ")[0])
#: generators are lazy and can be infinite
def count(start=0):
    print("start")
    while True:
        yield start
        start += 1
def take(n, it):
    for _ in range(n):
        yield next(it)
c = count(5)
print("made")
print(list(take(3, c)), next(c))
squares = (print("sq", x) or x * x for x in range(3))
print(next(squares))
print(sum(squares))
print(list(squares))
evens = (x for x in count() if x % 2 == 0)
print(next(evens), next(evens))
#: the first iterable of a generator expression is evaluated at once
try:
    g = (x for x in 5)
except TypeError as error:
    print(error)
def boom(): raise ValueError("boom")
try:
    (x for x in boom())
except ValueError as error:
    print("at once", error)
g = (y for x in [1] for y in boom())
print("later")
try:
    next(g)
except ValueError as error:
    print(error)
n = 2
g = (x * n for x in range(3))
n = 10
print(list(g))
#: a generator in a with statement and in try
from contextlib import contextmanager
@contextmanager
def managed(name):
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("swallow", error)
    finally:
        print("exit", name)
with managed("a") as a, managed("b") as b:
    print(a, b)
    raise ValueError("inside")
print("after")
@contextmanager
def twice():
    yield 1
    yield 2
try:
    with twice():
        pass
except RuntimeError as error:
    print(error)
@contextmanager
def never():
    if False:
        yield
try:
    with never():
        pass
except RuntimeError as error:
    print(error)
#: unpacking and consuming generators
def g():
    yield from "abc"
a, *b = g()
print(a, b, *g(), {*g()} == set("abc"), dict(enumerate(g())), max(g()), "b" in g(), sorted(g(), reverse=True), list(zip(g(), g())), "".join(g()), tuple(map(str.upper, g())))
it = g()
print("b" in it, list(it))
try:
    x, y = g()
except ValueError as error:
    print(error)
def tree(t):
    if t:
        left, value, right = t
        yield from tree(left)
        yield value
        yield from tree(right)
print(list(tree(((None, 1, None), 2, (None, 3, None)))))
#: coroutines by hand
class Awaitable:
    def __init__(self, value): self.value = value
    def __await__(self):
        got = yield self.value
        return f"resumed with {got}"
async def inner(x):
    return await Awaitable(x)
async def main():
    first = await inner(1)
    second = await inner(2)
    return first, second
c = main()
print(c.send(None), c.send("a"))
try:
    c.send("b")
except StopIteration as stop:
    print(stop.value)
try:
    c.send(None)
except RuntimeError as error:
    print(error)
c = main()
for action in (lambda: c.send(1), lambda: next(c), lambda: iter(c), lambda: list(c)):
    try:
        print(action())
    except TypeError as error:
        print(error)
print(c.cr_running, c.cr_await, c.cr_frame is not None, c.cr_code.co_name, c.__name__)
c.close()
c = inner(3)
c.send(None)
try:
    c.throw(ValueError("thrown"))
except ValueError as error:
    print("out", error)
#: what cannot be awaited
import asyncio
class BadAwait:
    def __await__(self): return 5
class IterAwait:
    def __await__(self): return iter([1])
async def check(value):
    try:
        await value
    except TypeError as error:
        print(error)
async def main():
    for value in (5, "a", None, [], BadAwait(), (x for x in "a")):
        await check(value)
    c = asyncio.sleep(0)
    await c
    try:
        await c
    except RuntimeError as error:
        print(error)
asyncio.run(main())
#: async generators by hand
import asyncio
async def agen():
    try:
        while True:
            got = yield 1
            print("got", got)
    except ValueError as error:
        print("caught", error)
        yield "last"
    finally:
        print("finally")
async def main():
    g = agen()
    print(await g.asend(None), await g.asend("x"), await g.__anext__())
    print(await g.athrow(ValueError("v")))
    try:
        await g.__anext__()
    except StopAsyncIteration as stop:
        print("stop", stop.args)
    await g.aclose()
    g = agen()
    try:
        await g.asend(5)
    except TypeError as error:
        print(error)
    await anext(g)
    await g.aclose()
    print(await anext(g, "default"), type(g).__name__, g.__name__)
    print([x async for x in limited(3)], {x: y async for x, y in pairs()}, [await double(x) for x in range(3)], {x async for x in limited(2)}, sum([x async for x in limited(4) if x % 2]))
    print([y for x in [1, 2] async for y in limited(x)])
async def limited(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i
async def pairs():
    yield "a", 1
    yield "b", 2
async def double(x): return 2 * x
asyncio.run(main())
#: async for and async with over the wrong things
import asyncio
class NotAsync:
    def __iter__(self): return iter([])
class BadIter:
    def __aiter__(self): return 5
class BadNext:
    def __aiter__(self): return self
    def __anext__(self): return 5
class Manager:
    def __enter__(self): return self
    def __exit__(self, *args): pass
async def main():
    for value in (5, NotAsync(), BadIter(), BadNext()):
        try:
            async for x in value:
                pass
        except TypeError as error:
            print(error)
    for value in (5, Manager()):
        try:
            async with value:
                pass
        except TypeError as error:
            print(error)
    try:
        with asyncio.Lock():
            pass
    except TypeError as error:
        print(error)
    try:
        for x in limited():
            pass
    except TypeError as error:
        print(error)
async def limited():
    yield 1
asyncio.run(main())
