#: basics
class Resource:
    def __init__(self, name):
        self.name = name
        print("open", name)

    def __del__(self):
        print("close", self.name)


def use():
    r = Resource("local")
    print("using", r.name)


use()
print("after use")
a = Resource("a")
b = a
del a
print("still there")
b = None
print("gone")
c = Resource("first")
c = Resource("second")
items = [Resource("x"), Resource("y")]
items.pop()
items.clear()
Resource("temporary")
d = {"k": Resource("in dict")}
del d["k"]
print("end")
del c

#: errors_are_ignored
class Bad:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        raise ValueError(f"in del {self.n}")


def run():
    bad = Bad(1)


run()
print("between")
Bad(2)
x = Bad(3)
x = None


class HalfMade:
    def __init__(self):
        raise RuntimeError("no")

    def __del__(self):
        print("del", self.value)


try:
    HalfMade()
except RuntimeError as error:
    print("caught", error)
print("end")

#: resurrection
saved = []


class Phoenix:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("dying", self.n)
        saved.append(self)


p = Phoenix(1)
p = None
print(len(saved), saved[0].n)
saved.clear()
print("cleared", len(saved))

#: inheritance
class Base:
    def __del__(self):
        print("base", type(self).__name__)


class Child(Base):
    def __del__(self):
        print("child")
        super().__del__()


class Other(Base):
    pass


class Error(Exception):
    def __del__(self):
        print("error dies", self.args)


class Numbers(list):
    def __del__(self):
        print("list dies", list(self))


Child()
Other()
Numbers([1, 2])
try:
    raise Error("x")
except Error as error:
    print("handling")
print("after")
Base.__del__ = lambda self: print("patched")
Other()

#: order_of_parts
class Part:
    def __init__(self, name, *parts):
        self.name = name
        self.parts = parts

    def __del__(self):
        print("del", self.name)


def tree():
    root = Part("root", Part("left", Part("leaf")), Part("right"))
    other = Part("other")
    print("built")


tree()
print("done")

#: in_asyncio
import asyncio


class Connection:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        print("exit", self.name)

    def __del__(self):
        print("del", self.name)


async def work(name):
    async with Connection(name) as connection:
        await asyncio.sleep(0.1)
        print("worked", connection.name)
    await asyncio.sleep(0.1)
    print("task ends", name)


async def main():
    await asyncio.gather(work("a"), work("b"))
    print("gathered")
    print("main ends")


asyncio.run(main())
print("end")

#: never_awaited_locals
async def a(): pass
async def b(): pass
async def c(): pass


def f():
    x = a()
    y = b()
    z = c()
    print("end of f")


f()

#: order_of_deaths
class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


def g():
    x = D(1)
    y = D(2)
    yield
    print("end of g")


for _ in g():
    pass


async def h():
    x = D("h1")
    y = D("h2")


import asyncio
asyncio.run(h())


def args(x, y):
    z = D("local")
    print("args")


args(D("arg1"), D("arg2"))
print([D("list1"), D("list2")] and 1)
(D("t1"), D("t2"))
{1: D("d1"), 2: D("d2")}
{D("s1")}
o = D("outer")
o.a = D("attr a")
o.b = D("attr b")
del o


def fails():
    x = D("f1")
    y = D("f2")
    raise ValueError


try:
    fails()
except ValueError:
    print("caught")
print("after")


def closure():
    x = D("cell x")
    y = D("y")
    def inner():
        return x
    z = D("z")
    print("closure ends")


closure()


def loop():
    for i in range(2):
        d = D(f"loop {i}")
    print("looped")


loop()

#: at_exit
class A:
    def __init__(self, n):
        self.n = n
    def __del__(self):
        print("del", self.n)
def gen():
    try:
        yield 1
    finally:
        print("finally")
a = A(1)
g = gen(); next(g)
b = A(2)
_c = A(3)
lst = [A(4), A(5)]
d = {"x": A(6)}
def f():
    x = A(7)
    print("in f")
f()
A(8)
a2 = a
del a
print("end")

#: at_exit_nested
class A:
    def __init__(self, n, *parts): self.n = n; self.parts = list(parts)
    def __del__(self): print("del", self.n)
import asyncio
async def main():
    global kept
    kept = A("kept by task")
    await asyncio.sleep(1)
asyncio.run(main())
root = A("root", A("p1", A("p11")), A("p2"))
t = (A("t1"), A("t2"))
x = A("x"); x.me = x
y = A("y"); z = A("z"); y.z = z; z.y = y
def g():
    a = A("local in gen")
    try:
        yield
    finally:
        print("gen finally")
gg = g(); next(gg)
s = {"a": A("dict a"), "b": [A("dict b")]}
print("end")
