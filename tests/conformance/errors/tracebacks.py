#: calls
def inner(x):
    raise ValueError(f"bad {x}")


def middle(x):
    y = inner(x)
    return y


def outer():
    return middle(1)


outer()
#: binary operators
def f(a, b):
    return (a + 1) * (b / 0) - 2


f(1, 2)
#: operator between strings and numbers
name = "x"
print("a" + 1 + name)
#: subscript
data = {"a": {"b": [1, 2]}}
print(data["a"]["b"][5])
#: subscript with key
data = {"a": {"b": [1, 2]}}
print(data["a"]["c"])
#: attribute
class A:
    pass


a = A()
print(a.value.other)
#: method call
x = [1, 2]
print(len(x.index(3)))
#: call chain over lines
result = (
    "abc"
    .upper()
    .missing()
    .lower()
)
#: call over lines
def f(*args):
    raise RuntimeError("no")


f(
    1,
    2,
    3,
)
#: expression over lines
a = 1
b = 0
x = (
    a
    + a
    / b
)
#: long call over many lines
def f(**kwargs):
    raise RuntimeError("no")


f(
    a=1,
    b=2,
    c=3,
    d=4,
    e=5,
)
#: raise statement
raise KeyError("missing")
#: raise from
try:
    int("x")
except ValueError as error:
    raise RuntimeError("could not read") from error
#: during handling
try:
    {}["a"]
except KeyError:
    [][1]
#: raise from none
try:
    {}["a"]
except KeyError:
    raise ValueError("clean") from None
#: three in a chain
def a():
    1 / 0


def b():
    try:
        a()
    except ZeroDivisionError:
        int("b")


try:
    b()
except ValueError as error:
    raise RuntimeError("three") from error
#: notes
error = ValueError("with notes")
error.add_note("first note")
error.add_note("second\nnote")
raise error
#: recursion
def f(n):
    if n == 0:
        raise ValueError("deep")
    f(n - 1)


f(10)
#: mutual recursion
def even(n):
    return odd(n - 1)


def odd(n):
    if n < 0:
        raise ValueError("deep")
    return even(n - 1)


even(5)
#: endless recursion
def f():
    return f()


f()
#: own exception class
class AppError(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


raise AppError(5)
#: own str
class AppError(Exception):
    def __str__(self):
        return "my own text"


raise AppError(5)
#: str fails
class AppError(Exception):
    def __str__(self):
        return 1 / 0


raise AppError(5)
#: no message
raise ValueError
#: empty message
raise ValueError("")
#: several arguments
raise ValueError("a", 1)
#: message of several lines
raise ValueError("first\nsecond")
#: nested class
class Outer:
    class Error(Exception):
        pass


raise Outer.Error("x")
#: local class
def f():
    class Error(Exception):
        pass

    raise Error("x")


f()
#: assert
x = 1
assert x == 2
#: assert with message
x = 1
assert x == 2, f"x is {x}"
#: assert of a call
def check(x):
    return x > 1


assert check(0), "too small"
#: for loop over a number
for i in 5:
    print(i)
#: iterator that fails
class It:
    def __iter__(self):
        return self

    def __next__(self):
        raise RuntimeError("stop here")


for i in It():
    print(i)
#: generator
def gen():
    yield 1
    raise ValueError("in the generator")


for x in gen():
    print(x)
#: generator expression
print(sum(1 / x for x in [1, 0]))
#: list comprehension
print([1 / x for x in [1, 0]])
#: nested comprehension
print([[1 / y for y in range(x)] for x in [0, 2]])
#: lambda
f = lambda x: x.missing
f(1)
#: unpacking
a, b = 1, 2, 3
#: unpacking too few
a, b, c = [1, 2]
#: unpacking a number
a, b = 5
#: unpacking in a loop
for a, b in [(1, 2), (3,)]:
    print(a, b)
#: with statement enter
class M:
    def __enter__(self):
        raise RuntimeError("enter")

    def __exit__(self, *args):
        pass


with M() as m:
    print("body")
#: with statement exit
class M:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        raise RuntimeError("exit")


with M() as m:
    print("body")
#: not a context manager
with 5:
    pass
#: augmented assignment
x = "a"
x += 1
#: attribute of None
x = None
x.append(1)
#: item assignment
x = (1, 2)
x[0] = 5
#: delete item
x = {}
del x["a"]
#: delete name
del nothing
#: comparison
print(1 < "a")
#: chained comparison
print(1 < 2 < "a")
#: unary operator
print(-"a")
#: f-string
x = None
print(f"value: {x.name} and {1 / 0}")
#: format spec
print(f"{'a':d}")
#: call of a number
x = 5
x()
#: missing argument
def f(a, b):
    pass


f(1)
#: too many arguments
class A:
    def m(self, a):
        pass


A().m(1, 2)
#: unexpected keyword
def f(value):
    pass


f(valeu=1)
#: decorator that fails
def decorator(f):
    raise RuntimeError("decorating")


@decorator
def f():
    pass
#: decorated function
def decorator(f):
    def wrapper(*args):
        return f(*args)
    return wrapper


@decorator
def f(x):
    return 1 / x


f(0)
#: class body
class A:
    x = 1
    y = x / 0
#: property
class A:
    @property
    def value(self):
        return self._value


print(A().value)
#: default argument
def f(x=1 / 0):
    pass
#: return in the middle of a line
def f(x): return 1 / x


f(0)
#: two statements on one line
x = 0; y = 1 / x; print(y)
#: if condition
x = None
if x.ready and True:
    pass
#: while condition
x = []
while x[0] > 1:
    pass
#: ternary
x = 0
y = 1 if 1 / x else 2
#: match subject
match 1 / 0:
    case 1:
        pass
#: walrus
if (n := int("x")) > 1:
    print(n)
#: star argument
def f(*args):
    pass


f(*5)
#: dict unpacking
def f(**kwargs):
    pass


f(**5)
#: await chain
import asyncio


async def inner():
    await asyncio.sleep(0.1)
    raise ValueError("inner")


async def outer():
    await inner()


asyncio.run(outer())
#: await of gather
import asyncio


async def work(n):
    await asyncio.sleep(n)
    return 1 / (n - 1)


async def main():
    results = await asyncio.gather(work(1), work(2))
    print(results)


asyncio.run(main())
#: await of a task
import asyncio


async def work():
    raise ValueError("in the task")


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    value = await task
    print(value)


asyncio.run(main())
#: await of what cannot be awaited
import asyncio


async def main():
    await 5


asyncio.run(main())
#: async for and async with
import asyncio


async def numbers():
    yield 1
    raise RuntimeError("no more")


async def main():
    async for n in numbers():
        print(n)


asyncio.run(main())
#: async context manager
import asyncio


class M:
    async def __aenter__(self):
        raise RuntimeError("aenter")

    async def __aexit__(self, *args):
        pass


async def main():
    async with M() as m:
        print(m)


asyncio.run(main())
#: timeout
import asyncio


async def main():
    await asyncio.wait_for(asyncio.sleep(5), timeout=1)


asyncio.run(main())
#: timeout context
import asyncio


async def slow():
    await asyncio.sleep(5)


async def main():
    async with asyncio.timeout(1):
        await slow()


asyncio.run(main())
#: cancelled
import asyncio


async def main():
    task = asyncio.current_task()
    task.cancel("stop")
    await asyncio.sleep(1)


asyncio.run(main())
#: group
raise ExceptionGroup("several", [ValueError("a"), TypeError("b")])
#: group with tracebacks
def f(x):
    raise ValueError(x)


errors = []
for i in range(2):
    try:
        f(i)
    except ValueError as error:
        errors.append(error)
raise ExceptionGroup("collected", errors)
#: nested groups
raise ExceptionGroup("outer", [
    ExceptionGroup("inner", [ValueError(1), ValueError(2)]),
    TypeError("x"),
])
#: group of one in a group
raise ExceptionGroup("outer", [ValueError(1), ExceptionGroup("inner", [KeyError("k")])])
#: wide group
raise ExceptionGroup("wide", [ValueError(i) for i in range(20)])
#: group with cause and notes
try:
    1 / 0
except ZeroDivisionError as error:
    group = ExceptionGroup("caused", [ValueError("a")])
    group.add_note("a note")
    group.exceptions[0].add_note("inner note")
    raise group from error
#: group in the context
try:
    raise ExceptionGroup("first", [ValueError("a")])
except ExceptionGroup:
    raise TypeError("second")
#: chain in a group
def f():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise ValueError("inner") from error


try:
    f()
except ValueError as error:
    raise ExceptionGroup("outer", [error])
#: base exception group
raise BaseExceptionGroup("base", [KeyboardInterrupt()])
#: except star rest
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
except* ValueError as group:
    print(group.exceptions)
#: raised in except star
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except* ValueError as group:
    raise RuntimeError("handler")
#: task group
import asyncio


async def fail(n):
    await asyncio.sleep(n)
    raise ValueError(n)


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(1))
        group.create_task(fail(1))


asyncio.run(main())
#: wide characters
名前 = "日本語"
print("日本語" + 名前 + 1)
#: accents
é = "è"
print("àé" + é + 1)
#: tabs
def f():
	x = 0
	return 1 / x


f()
#: keyboard interrupt
raise KeyboardInterrupt
#: stop iteration
next(iter([]))
#: stop iteration in a generator
def gen():
    yield next(iter([]))


list(gen())
#: key error of a string with quotes
{}["it's"]
#: key error of a tuple
{}[1, "a"]
#: reraise
def f():
    try:
        1 / 0
    except ZeroDivisionError:
        print("seen")
        raise


f()
#: reraise by name
def f():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise error


f()
#: exception in finally
def f():
    try:
        1 / 0
    finally:
        [][0]


f()
#: cause set by hand
error = ValueError("a")
error.__cause__ = KeyError("b")
raise error
#: long line
print(1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15 + "sixteen" + 17 + 18 + 19 + 20)
#: call with a call as function
def f():
    return lambda: 1 / 0


f()()
#: subscript of a call
def f():
    return []


f()[0]
#: power operator
0 ** -1
#: floor division
a = 5
print(a // 0 % 3)
#: matrix operator
print(1 @ 2)
#: not in
print(1 not in 5)
#: is fine in the middle
x = {"a": None}
value = x["a"].strip().lower()
#: parenthesized operand
a = (1)
b = (0)
print((a) / (b))
#: import inside a function
def f():
    import asyncio
    return asyncio.missing_name


f()
#: async comprehension
import asyncio


async def numbers():
    yield 1
    raise RuntimeError("no more")


async def main():
    print([n async for n in numbers()])


asyncio.run(main())
#: comprehension over lines in a function
def f(rows):
    return {
        name: 1 / value
        for name, value in rows
    }


f([("a", 1), ("b", 0)])
#: set comprehension calls
def g(x):
    raise ValueError(x)


def f():
    return {g(x) for x in [1, 2]}


f()
#: long class body
class A:
    a = 1
    b = 2
    c = 3
    d = 4
    e = 5 / 0
#: decorated class
def decorator(cls):
    raise RuntimeError("no")


@decorator
class A:
    x = 1
#: wrong base
class A(int, str):
    pass
#: method chain with arguments
class Q:
    def where(self, *args):
        return self

    def fail(self, *args):
        raise RuntimeError("query")


q = (
    Q()
    .where(1)
    .fail(2, 3)
    .where(4)
)
#: attribute chain over lines
x = (
    "abc"
    .upper
    .missing
    .other
)
#: method call over several lines
"abc".replace(
    "a",
    1,
)
#: chained call over lines with long arguments
x = [1, 2]
(
    x
    .index(
        5,
    )
)
#: hint for a name
value = 1
print(valeu)
#: hint for a builtin
prnt("a")
#: hint for a local name
def f():
    counter = 0
    return countr + 1


f()
#: hint for an attribute
class A:
    def __init__(self):
        self.colour = "red"


print(A().color)
#: hint for a method of a list
[].apend(1)
#: hint for self
class A:
    def __init__(self):
        self.value = 1

    def show(self):
        return value


A().show()
#: hint to import a module
def f():
    return math.sqrt(2)


f()
#: hint to import asyncio
asyncio.run(None)
#: hint for a keyword argument
def f(timeout=1):
    pass


f(timout=2)
#: hint for a module attribute
import asyncio

asyncio.slep(1)
#: no hint for private names
class A:
    def _hidden(self):
        pass


A().hidden()
#: no hint for what is far away
abcdefgh = 1
print(xyz)
#: name error in a class
class A:
    size = 1

    def f(self):
        return szie


A().f()
#: unbound local
def f():
    print(x)
    x = 1


f()
#: hint in a chained exception
try:
    prnt("x")
except NameError as error:
    raise ValueError("wrapped") from error
#: attribute error made by the program
class A:
    def __getattr__(self, name):
        raise AttributeError(f"no {name} here")


A().thing
#: attribute error of a type
class A:
    limit = 1


print(A.limmit)
#: hint is not in the text of the exception
try:
    [].apend(1)
except AttributeError as error:
    print(error, error.name, error.obj)
try:
    unknwon
except NameError as error:
    print(error, error.name)
#: key in a nested call
def get(d, key):
    return d[key]


print(get(get({"a": {}}, "a"), "b"))
#: yield from
def inner():
    yield 1
    raise ValueError("x")


def outer():
    yield from inner()


for x in outer():
    print(x)
#: map and sorted
def key(x):
    return 1 / x


sorted([1, 0], key=key)
#: repr that fails
class A:
    def __repr__(self):
        raise ValueError("no repr")


print(A())
#: equality that fails
class A:
    def __eq__(self, other):
        raise ValueError("no eq")


A() == 1
#: operator method that fails
class A:
    def __add__(self, other):
        raise ValueError("no add")


x = A() + 1
#: getitem that fails
class A:
    def __getitem__(self, key):
        raise KeyError(key)


x = A()["a"]
#: init that fails
class A:
    def __init__(self, x):
        self.x = 1 / x


a = A(0)
#: super init that fails
class A:
    def __init__(self):
        raise ValueError("base")


class B(A):
    def __init__(self):
        super().__init__()


B()
#: exception never retrieved
import asyncio


async def fail():
    return 1 / 0


async def main():
    asyncio.create_task(fail(), name="lost")
    await asyncio.sleep(0.1)


asyncio.run(main())
#: callback that fails
import asyncio


def callback(x):
    return [][x]


async def main():
    asyncio.get_running_loop().call_soon(callback, 3)
    await asyncio.sleep(0.1)


asyncio.run(main())

#: raised in the handler of an exception that except* wrapped
try:
    raise ValueError("alone")
except* ValueError as group:
    print(repr(group))
    raise KeyError("in the handler")
