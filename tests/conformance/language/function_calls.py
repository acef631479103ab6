#: missing and surplus arguments
def none(): pass
def one(x): pass
def two(x, y): pass
def three(x, y, z): pass
def default(x, y=1, z=2): pass
def keyword(*, a, b): pass
def keyword_default(x, *, a=1): pass
def star(x, *args, k): pass
def positional(x, y, /): pass
def mixed(a, /, b, *, c): pass
for call in (lambda: none(1), lambda: none(1, 2), lambda: one(), lambda: one(1, 2), lambda: two(), lambda: two(1), lambda: three(), lambda: three(1, 2, 3, 4),
             lambda: default(), lambda: default(1, 2, 3, 4), lambda: keyword(), lambda: keyword(a=1), lambda: keyword(1), lambda: keyword(1, a=1, b=2),
             lambda: keyword_default(1, 2), lambda: keyword_default(1, 2, a=3), lambda: star(), lambda: star(1, 2), lambda: positional(x=1, y=2), lambda: positional(1, y=2),
             lambda: mixed(a=1, b=2, c=3), lambda: mixed(1, 2, 3), lambda: mixed(1)):
    try:
        call()
    except TypeError as error:
        print(error)
#: unexpected and repeated keywords
def f(value, other=0, *, name=None): pass
def g(a, b, **rest): return rest
class C:
    def __init__(self, size, colour="red"): pass
    def method(self, one): pass
    @classmethod
    def build(cls, one): pass
    @staticmethod
    def plain(one): pass
for call in (lambda: f(1, valeu=2), lambda: f(1, naem=2), lambda: f(1, zzz=2), lambda: f(1, value=2), lambda: f(1, 2, other=3), lambda: f(1, **{"other": 1, "value": 2}), lambda: g(1, a=2, b=3), lambda: g(1, 2, **{"a": 1}),
             lambda: C(), lambda: C(1, 2, 3), lambda: C(1, color="x"), lambda: C(size=1).method(), lambda: C(1).method(1, 2), lambda: C(1).method(two=1), lambda: C.build(), lambda: C.plain(), lambda: C.method(), lambda: f(**{"value": 1, 5: 2}), lambda: f(*5), lambda: f(**5), lambda: f(1, **{"x": 1}, **{"x": 2}), lambda: f(1, name=1, **{"name": 2}), lambda: g(*[1], *[2], **{"c": 3}, d=4), lambda: g(1, 2, **[]), lambda: print(*None)):
    try:
        print(call())
    except TypeError as error:
        print(error)
#: lambdas, local functions and methods in messages
def outer():
    def inner(x): pass
    return inner
class Outer:
    class Inner:
        def method(self, x): pass
for call in (lambda: (lambda x: x)(), lambda: outer()(), lambda: Outer.Inner().method(), lambda: Outer.Inner(5), lambda: Outer.Inner.method(), lambda: (lambda *, k: k)(1), lambda: outer(1)):
    try:
        call()
    except TypeError as error:
        print(error)
#: builtins count their arguments
for call in (lambda: len(), lambda: len(1, 2), lambda: len(x=[]), lambda: abs(), lambda: sorted([1], 2), lambda: isinstance(1), lambda: print(foo=1), lambda: int(1, 2, 3), lambda: range(), lambda: range(1, 2, 3, 4), lambda: zip(1), lambda: enumerate(), lambda: map(), lambda: map(len), lambda: max(), lambda: max(1), lambda: max([]), lambda: min(1, 2, foo=3), lambda: sum(), lambda: sum(5), lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: divmod(1), lambda: pow(1), lambda: round(), lambda: ord(), lambda: chr(), lambda: hash(), lambda: id(), lambda: iter(), lambda: iter(5), lambda: iter(5, 6), lambda: next(), lambda: next([]), lambda: getattr(1), lambda: getattr(1, 2), lambda: setattr(1, "a"), lambda: dict(1), lambda: dict([1]), lambda: dict([(1,)]), lambda: dict(1, 2), lambda: set(1, 2), lambda: tuple(5), lambda: bool(1, 2), lambda: float(1, 2), lambda: str(1, 2, 3), lambda: any(), lambda: all(5), lambda: filter(1), lambda: reversed(5), lambda: reversed({1}), lambda: callable(), lambda: issubclass(1, int), lambda: isinstance(1, 2), lambda: isinstance(1, (int, 2)), lambda: type(1, 2), lambda: super(1, 2), lambda: format(1, 2), lambda: vars(5), lambda: bin("a"), lambda: hex(1.5), lambda: oct(), lambda: slice(), lambda: object(1), lambda: zip([1], [1, 2], strict=True).__next__() and list(zip([1], [1, 2], strict=True)), lambda: enumerate([1], "a"), lambda: enumerate(5), lambda: list(map(5, [1])), lambda: list(filter(5, [1])), lambda: property(1, 2, 3, 4, 5), lambda: frozenset(5), lambda: complex(1, 2, 3), lambda: bytes(1, 2, 3, 4), lambda: all(1, 2), lambda: globals(1), lambda: repr(), lambda: ascii(), lambda: delattr(1), lambda: hasattr(1), lambda: hasattr(1, 2)):
    try:
        print(call())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
#: what cannot be called
class Empty: pass
for value in (5, "a", None, [], {}, (), 1.5, Empty(), True, ..., NotImplemented, range(3)):
    try:
        value()
    except TypeError as error:
        print(error)
#: defaults are evaluated once, in order
def log(x):
    print("default", x)
    return x
def f(a=log(1), b=log(2), *, c=log(3)):
    return a, b, c
print(f(), f(5, c=6))
def grow(item, items=[]):
    items.append(item)
    return items
print(grow(1), grow(2), grow(3, []), grow.__defaults__, f.__kwdefaults__)
f.__defaults__ = (10, 20)
f.__kwdefaults__ = {"c": 30}
print(f())
f.__defaults__ = None
try:
    f()
except TypeError as error:
    print(error)
#: order of evaluation of a call
def show(x):
    print(x, end=" ")
    return x
def f(*args, **kwargs):
    return args, kwargs
print(f(show(1), *show([2, 3]), show(4), k=show(5), **show({"m": 6}), n=show(7)))
print(f(*"ab", *range(2), **{"x": 1}, y=2, **dict(z=3)), f(*[], **{}))
def deco(n):
    print("make", n)
    def wrap(fn):
        print("wrap", n)
        return fn
    return wrap
@deco(1)
@deco(2)
def g(x=print("default")): pass
#: function attributes
def f(a, b: int = 2, *args, c: str = "x", **kw) -> bool:
    """Doc of f."""
    local = 1
    def inner():
        return local
    return inner
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__dict__, f.__closure__)
print(f.__code__.co_name, f.__code__.co_argcount, f.__code__.co_varnames[:5], f.__code__.co_kwonlyargcount, f.__code__.co_posonlyargcount)
inner = f(1)
print(inner.__qualname__, inner.__closure__[0].cell_contents, inner.__code__.co_freevars, f.__code__.co_cellvars, inner.__doc__)
f.calls = 3
f.__name__ = "renamed"
f.__doc__ = "new"
print(f.calls, f.__name__, f.__doc__, f.__dict__, vars(f), hasattr(f, "nope"), callable(f), f.__qualname__)
del f.calls
for action in (lambda: f.calls, lambda: setattr(f, "__name__", 5), lambda: setattr(f, "__defaults__", 5), lambda: setattr(f, "__dict__", 5)):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(error)
print((lambda: 0).__name__, print.__name__, len.__qualname__, [].append.__name__, str.join.__name__, int.__name__, f.__get__(5).__self__, f.__call__ is not None, type(f).__name__, type(len).__name__)
f.__module__ = "elsewhere"
print(f.__module__, f.__type_params__)
#: bound methods
class C:
    def m(self, x=1):
        "doc"
        return self, x
    @classmethod
    def c(cls): return cls
    @staticmethod
    def s(): return "static"
c = C()
m = c.m
print(m.__name__, m.__qualname__, m.__doc__, m.__self__ is c, m.__func__ is C.m, m == c.m, m is c.m, c.c.__self__ is C, C.s(), c.s(), c.c() is C, m()[1], hash(m) == hash(c.m), {c.m: 1}[m])
try:
    m.attribute = 1
except AttributeError as error:
    print(error)
print(C.m.__name__, C.__dict__["c"].__func__.__name__, C.__dict__["s"].__wrapped__.__name__, type(C.__dict__["s"]).__name__, type(m).__name__, type(C.m).__name__)
#: a generator can be passed and unpacked
def f(*args): return args
print(f(*(i * i for i in range(3))), sum(i for i in range(4)), f(x for x in "a")[0].__class__.__name__, max((len(w), w) for w in ("a", "bb")))
print([*range(3), *"ab"], (*[1], 2), {*[1, 2], *[2, 3]}, {**{"a": 1}, "b": 2, **{"a": 3}}, *[1, 2], sep="|")
a, *b = f(1, *[2, 3], 4)
print(a, b)
#: recursion that goes too deep
def down(n):
    return down(n + 1)
try:
    down(0)
except RecursionError as error:
    print(error)
def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n
print(depth(0) > 900)
