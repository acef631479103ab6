#: partial
from functools import Placeholder, partial

def show(a, b=2, *rest, d=0):
    return a, b, rest, d

p = partial(show, 1, d=4)
print(p(), p(5), p(5, 6, d=9), p.func is show, p.args, p.keywords)
print(partial(p, 7)(), partial(p, 7).args, partial(int, base=2)("101"), partial(show, Placeholder, 5)(1), Placeholder)
print(callable(p), isinstance(p, partial), partial(max, 3), list(map(partial(pow, 2), range(4))))
for wrong in (lambda: partial(3), lambda: partial(), lambda: partial(show, Placeholder, 5)(), lambda: partial(show, 1, Placeholder)):
    try:
        wrong()
    except TypeError as error:
        print(error)
#: reduce
from functools import reduce

print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], 5), reduce(max, "hello"), reduce(lambda a, b: a + b, [1, 2], initial=10))
for wrong in (lambda: reduce(lambda a, b: a, []), lambda: reduce(lambda a, b: a, 5)):
    try:
        wrong()
    except TypeError as error:
        print(error)
#: lru_cache
from functools import lru_cache

@lru_cache(maxsize=2)
def square(x):
    print("computing", x)
    return x * x

print(square(2), square(2), square(3), square(4), square(2), square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info(), square.__name__, square.__wrapped__(5))
@lru_cache
def keyed(a, b=1):
    return a + b
keyed(1); keyed(1, b=1); keyed(a=1); keyed(1.0)
print(keyed.cache_info(), keyed.cache_info().hits)
@lru_cache(typed=True)
def typed(a):
    return a
typed(1); typed(1.0)
print(typed.cache_info())
for wrong in (lambda: square([1]), lambda: lru_cache("a")):
    try:
        wrong()
    except TypeError as error:
        print(error)
#: cache
from functools import cache, cached_property, lru_cache

@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

print(fib(80), fib.cache_info())

class Tools:
    @staticmethod
    @cache
    def static(x):
        return x
    @classmethod
    @cache
    def of(cls, x):
        print("of", x)
        return cls.__name__, x
    @lru_cache
    def method(self, x):
        print("method", x)
        return x

t = Tools()
print(Tools.static(1), Tools.of(2), Tools.of(2), t.method(3), t.method(3))
@cache
def failing(x):
    raise ValueError(x)
for _ in range(2):
    try:
        failing(1)
    except ValueError:
        print(failing.cache_info())
#: cached_property
from functools import cached_property

class Report:
    def __init__(self):
        self.n = 0
    @cached_property
    def value(self):
        """the value"""
        self.n += 1
        print("computing")
        return self.n

r = Report()
print(r.value, r.value, r.__dict__)
del r.value
print(r.value, Report.value.attrname, Report.value.__doc__)
r.value = 10
print(r.value)
class Slotted:
    __slots__ = ()
    @cached_property
    def value(self):
        return 1
try:
    Slotted().value
except TypeError as error:
    print(error)
#: wraps
from functools import WRAPPER_ASSIGNMENTS, update_wrapper, wraps

def logged(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        """of the wrapper"""
        print("calling", function.__name__)
        return function(*args, **kwargs)
    return wrapper

@logged
def add(x: int, y: int = 1) -> int:
    """adds"""
    return x + y

add.mark = 1
print(add.__name__, add.__doc__, add.__qualname__, add.__module__, add.__annotations__, add(3), logged(add).mark)
class Wrapped:
    def __init__(self, function):
        update_wrapper(self, function)
    def __call__(self):
        return "called"
w = Wrapped(add)
print(w.__name__, w.__wrapped__ is add, w(), WRAPPER_ASSIGNMENTS)
#: total_ordering and cmp_to_key
from functools import cmp_to_key, total_ordering

@total_ordering
class Version:
    def __init__(self, x):
        self.x = x
    def __eq__(self, other):
        return self.x == other.x
    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.x < other.x

print(Version(1) <= Version(1), Version(1) > Version(2), Version(2) >= Version(1), max(Version(1), Version(3)).x)
try:
    Version(1) >= 3
except TypeError as error:
    print(error)
try:
    @total_ordering
    class Nothing:
        pass
except ValueError as error:
    print(error)
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)), min("abc", key=cmp_to_key(lambda a, b: (a < b) - (a > b))))
#: singledispatch
from collections.abc import Mapping
from functools import singledispatch

@singledispatch
def show(x):
    return f"object {x}"

@show.register
def _(x: int):
    return f"int {x}"

@show.register(list)
def _(x):
    return f"list of {len(x)}"

@show.register
def _(x: str | bytes):
    return "text"

@show.register
def _(x: Mapping):
    return "mapping"

print(show(1), show([1]), show("a"), show(b"a"), show(1.5), show(True), show({}), show.dispatch(bool)(3), show.__name__)
print(sorted(cls.__name__ for cls in show.registry))
def no_annotation():
    @show.register
    def _(x):
        pass
for wrong in (show, no_annotation):
    try:
        wrong()
    except TypeError as error:
        print(str(error)[:40])
#: singledispatchmethod and partialmethod
from functools import partialmethod, singledispatchmethod

class Formatter:
    @singledispatchmethod
    def show(self, x):
        return "default"
    @show.register
    def _(self, x: int):
        return f"int {x}"
    @show.register(str)
    def _(self, x):
        return "str " + x

class Lamp:
    def __init__(self):
        self.lit = False
    def switch(self, lit):
        self.lit = lit
    on = partialmethod(switch, True)
    off = partialmethod(switch, lit=False)

f, lamp = Formatter(), Lamp()
print(f.show(1), f.show("q"), f.show(1.0))
lamp.on()
print(lamp.lit)
lamp.off()
print(lamp.lit)


#: single dispatch by annotations that are texts
from __future__ import annotations

import functools


@functools.singledispatch
def describe(value):
    return "something"


@describe.register
def _(value: int):
    return "an int"


@describe.register
def _(value: list | tuple):
    return "a sequence"


print(describe(1), describe([]), describe(()), describe(""))
