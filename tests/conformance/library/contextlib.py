#: contextmanager
from contextlib import contextmanager

@contextmanager
def managed(n, swallow=False):
    """doc"""
    print("enter", n)
    try:
        yield n
    except ValueError as error:
        print("caught", error)
        if not swallow:
            raise
    finally:
        print("exit", n)

with managed(1) as value:
    print("inside", value)
try:
    with managed(2):
        raise ValueError("x")
except ValueError as error:
    print("outside", error)
with managed(3, True):
    raise ValueError("y")
print(managed.__name__, managed.__doc__)
@managed("decorator")
def body(x):
    print("body", x)
body(5)
body(6)
#: generators that yield wrongly
from contextlib import contextmanager

@contextmanager
def never():
    if False:
        yield

@contextmanager
def twice():
    yield 1
    yield 2

@contextmanager
def converting():
    try:
        yield
    except KeyError as error:
        raise RuntimeError("converted") from error

def run(manager, error=None):
    try:
        with manager():
            if error is not None:
                raise error
    except Exception as raised:
        print(type(raised).__name__, raised, repr(raised.__cause__))

run(never)
run(twice)
run(twice, KeyError(1))
run(converting, KeyError(2))
#: suppress, closing, nullcontext and redirect_stdout
import io
from contextlib import closing, nullcontext, redirect_stdout, suppress

with suppress(KeyError, ValueError):
    {}["x"]
with suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1), ValueError(2)])
try:
    with suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])
except ExceptionGroup as group:
    print(repr(group))
class Thing:
    def close(self):
        print("closed")
with closing(Thing()) as thing:
    print(type(thing).__name__)
with nullcontext(7) as n:
    print(n)
buffer = io.StringIO()
with redirect_stdout(buffer):
    print("hidden", 1)
print(repr(buffer.getvalue()))
#: ExitStack
from contextlib import ExitStack, contextmanager

@contextmanager
def managed(n):
    print("enter", n)
    yield n
    print("exit", n)

with ExitStack() as stack:
    print(stack.enter_context(managed("a")), stack.enter_context(managed("b")))
    stack.callback(print, "callback", end="!\n")
    stack.push(lambda *details: print("pushed", details[0]))
with ExitStack() as stack:
    stack.push(lambda *details: True)
    raise ValueError("swallowed")
stack = ExitStack()
stack.callback(print, "later")
moved = stack.pop_all()
stack.close()
print("--")
moved.close()
try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        raise ValueError("original")
except ZeroDivisionError as error:
    print(error, repr(error.__context__))
try:
    with ExitStack() as stack:
        stack.enter_context(5)
except TypeError as error:
    print(error)
#: asynchronous managers
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext

@asynccontextmanager
async def managed(n):
    print("enter", n)
    await asyncio.sleep(0.1)
    try:
        yield n
    finally:
        print("exit", n)
        await asyncio.sleep(0.1)

async def numbers():
    try:
        for i in range(3):
            yield i
    finally:
        print("numbers closed")

async def done(x):
    print("done", x)

async def main():
    async with managed(1) as value:
        print("inside", value)
    try:
        async with managed(2):
            raise KeyError("k")
    except KeyError as error:
        print("outside", error)
    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(managed("s")))
        stack.push_async_callback(done, 3)
        stack.callback(print, "sync")
    async with aclosing(numbers()) as source:
        async for x in source:
            print(x)
            break
    async with nullcontext(5) as n:
        print(n)
    @managed("decorator")
    async def body():
        return "body"
    print(await body())
    try:
        with managed(1):
            pass
    except TypeError as error:
        print(error)

asyncio.run(main())
#: abstract and decorating managers
from contextlib import AbstractContextManager, ContextDecorator, nullcontext

class Own(AbstractContextManager):
    def __exit__(self, *details):
        print("left")

class Decorating(ContextDecorator):
    def __enter__(self):
        print("in")
    def __exit__(self, *details):
        print("out", details[0])

with Own() as own:
    print(type(own).__name__)
@Decorating()
def work():
    print("work")
work()
class Duck:
    def __enter__(self): ...
    def __exit__(self, *details): ...
print(issubclass(Duck, AbstractContextManager), isinstance(nullcontext(), AbstractContextManager), issubclass(int, AbstractContextManager))
try:
    AbstractContextManager()
except TypeError as error:
    print(error)
