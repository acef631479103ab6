#: kinds of functions
import functools
import inspect


def f(): pass
def g(): yield
async def c(): pass
async def a(): yield
class A:
    def m(self): pass
    async def am(self): pass


for thing in (f, g, c, a, A, A().m, A.m, A().am, len, [].append, lambda: 1):
    print(inspect.isfunction(thing), inspect.ismethod(thing), inspect.isbuiltin(thing), inspect.isclass(thing),
          inspect.isgeneratorfunction(thing), inspect.iscoroutinefunction(thing), inspect.isasyncgenfunction(thing),
          inspect.isroutine(thing))
print(inspect.iscoroutinefunction(functools.partial(c)), inspect.isgeneratorfunction(functools.partial(g)))
#: awaitables
import asyncio
import inspect


async def c(): pass
def g(): yield
async def a(): yield


class Awaitable:
    def __await__(self):
        yield


coroutine = c()
print(inspect.iscoroutine(coroutine), inspect.isawaitable(coroutine), inspect.isawaitable(Awaitable()), inspect.isawaitable(5))
print(inspect.isgenerator(g()), inspect.isasyncgen(a()), inspect.isawaitable(g()))
coroutine.close()
#: signature
import inspect


def f(a, b: int, /, c, d=1, *args, e, f: str = "x", **kwargs) -> bool:
    pass


s = inspect.signature(f)
print(s)
for name, p in s.parameters.items():
    print(name, p.kind, p.kind.description, p.default is p.empty, p.annotation is inspect.Parameter.empty, p)
print(s.return_annotation, s.parameters["d"].default, repr(s.parameters["f"]))
#: signature of classes, methods and callables
import functools
import inspect


class A:
    def __init__(self, x, y=2):
        pass

    def m(self, z):
        pass

    def __call__(self, *, key=None):
        pass

    @classmethod
    def make(cls, n):
        pass

    @staticmethod
    def help(q):
        pass


class B:
    pass


def decorate(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper


@decorate
def g(u, v):
    pass


print(inspect.signature(A), inspect.signature(A(1).m), inspect.signature(A.m), inspect.signature(A(1)), inspect.signature(B))
print(inspect.signature(A.make), inspect.signature(A.help), inspect.signature(g))
print(inspect.signature(functools.partial(g, 1)), inspect.signature(functools.partial(g, v=3)), inspect.signature(lambda *a, k: 1))
#: binding
import inspect


def f(a, b=2, *args, c=3, **kwargs):
    pass


s = inspect.signature(f)
bound = s.bind(1, 5, 6, c=7, d=8)
print(bound.args, bound.kwargs, bound.arguments)
bound = s.bind(1)
bound.apply_defaults()
print(bound.arguments)
for args, kwargs in [((), {}), ((1,), {"a": 2})]:
    try:
        print(s.bind(*args, **kwargs))
    except TypeError as error:
        print(error)


def g(x):
    pass


for args, kwargs in [((1, 2), {}), ((1,), {"z": 2})]:
    try:
        inspect.signature(g).bind(*args, **kwargs)
    except TypeError as error:
        print(error)
#: members
import inspect


class A:
    limit = 1

    def one(self): pass

    def two(self): pass


print([name for name, value in inspect.getmembers(A(), inspect.ismethod)])
print([name for name, value in inspect.getmembers(A, inspect.isfunction)])
print([item for item in inspect.getmembers(A) if not item[0].startswith("__")][0])
print(inspect.getmro(A) == (A, object), inspect.getattr_static(A(), "limit"))
#: states
import asyncio
import inspect


def gen():
    x = 1
    yield x


g = gen()
print(inspect.getgeneratorstate(g))
next(g)
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
g.close()
print(inspect.getgeneratorstate(g))


async def wait():
    await asyncio.sleep(0)


async def main():
    c = wait()
    print(inspect.getcoroutinestate(c))
    task = asyncio.ensure_future(c)
    await asyncio.sleep(0)
    print(inspect.getcoroutinestate(c))
    await task
    print(inspect.getcoroutinestate(c))


asyncio.run(main())
#: source and documentation
import inspect


def f(x):
    """Does
        a thing.

    Really."""
    if x:
        return 1
    return 2


class A:
    def m(self):
        return f(1)


print(inspect.getsource(f))
print(inspect.getsource(A.m))
print(inspect.getdoc(f))
print(inspect.cleandoc("  a\n    b\n\n    c\n"))
print(inspect.getsourcelines(A.m)[1])
#: frames
import inspect


def who():
    frame = inspect.currentframe()
    return frame.f_code.co_name, frame.f_back.f_code.co_name, frame.f_lineno


def caller():
    value = 5
    print(sorted(inspect.currentframe().f_locals))
    return who()


print(caller())
print(inspect.stack()[0].function, [info.function for info in inspect.stack()][:1])
#: unwrap
import functools
import inspect


def decorate(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)
    return wrapper


@decorate
def f():
    pass


print(inspect.unwrap(f).__name__, inspect.unwrap(f) is f, f.__wrapped__ is inspect.unwrap(f))
