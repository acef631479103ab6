import sys


def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    """Doc."""
    return a, b, c, args, d, e, kw


print(f(1, d=4), f(1, 2, 3, 4, 5, d=6, x=7), f.__doc__, f.__name__, f.__defaults__, f.__kwdefaults__)
for call in (
    lambda: f(),
    lambda: f(1),
    lambda: f(a=1, d=2),
    lambda: (lambda x: x)(1, 2),
    lambda: (lambda x, y: x)(1),
    lambda: (lambda *, k: k)(),
    lambda: (lambda x: x)(y=1),
    lambda: (lambda x: x)(1, x=2),
    lambda: f(*[1, 2], *[3], **{"d": 1}, **{"z": 2}),
    lambda: f(1, **{"d": 1}, **{"d": 2}),
    lambda: print(**{1: 2}),
    lambda: f(1, *5, d=1),
    lambda: f(*5),
    lambda: f(**5),


    lambda: [].append(),
    lambda: [].append(1, 2),
    lambda: "a".join(1),
    lambda: "a".upper(1),
    lambda: {}.get(),
    lambda: int("x"),
    lambda: int("12", 99),
    lambda: "abc".index("z"),
    lambda: [1].remove(2),
    lambda: [].pop(),
    lambda: {}.popitem(),
    lambda: {}["k"],
    lambda: [1, 2][5],
    lambda: (1,)[3],
    lambda: "abc"[10],
    lambda: list("ab")["a"],
    lambda: 1 + "a",
    lambda: "a" + 1,
    lambda: [1] + (2,),
    lambda: 1 / 0,
    lambda: 1 // 0,
    lambda: 1 % 0,
    lambda: 1.0 / 0,
    lambda: 2 ** -1 + 0 ** -1,
    lambda: 1 < "a",
    lambda: None < None,
    lambda: -"a",
    lambda: ~1.5,
    lambda: len(5),
    lambda: iter(5),
    lambda: next(iter([])),
    lambda: list(5),
    lambda: dict(5),
    lambda: set([[]]),
    lambda: hash({}),
    lambda: chr(-1),
    lambda: ord("ab"),
    lambda: range(1.5),
    lambda: range(1, 2, 0),
    lambda: "%d" % "x",
    lambda: "%s %s" % 1,
    lambda: "{} {}".format(1),
    lambda: "{x}".format(),
    lambda: f"{1:z}",
    lambda: float("abc"),
    lambda: round(1.5, "a"),
    lambda: max(),
    lambda: max([]),
    lambda: sum(["a"]),
    lambda: sorted([1, "a"]),
    lambda: abs("a"),
    lambda: pow(2, 3, 0),
    lambda: divmod(1, 0),
    lambda: object().x,
    lambda: undefined,
    lambda: int.nope,
    lambda: sys.nope,
    lambda: isinstance(1, "int"),
    lambda: issubclass(1, int),
    lambda: super(),
    lambda: type(1, 2),
    lambda: zip([1], [1, 2], strict=True).__next__() and list(zip([1], [1, 2], strict=True)),
    lambda: [x for x in 5],
    lambda: (yield_ := 5).foo,
    lambda: bytes([300]),
    lambda: b"a" + "a",
    lambda: "a".encode("nope"),
    lambda: [1, 2, 3].index(9),
    lambda: (1, 2).index(9),
    lambda: "a" * "b",
    lambda: [1] * 1.5,
    lambda: {1, 2} + {3},
    lambda: {1: 2} + {3: 4},
    lambda: setattr(5, "x", 1),
    lambda: delattr(object(), "x"),
    lambda: getattr(5, 5),

):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def outer():
    x = 1

    def inner():
        nonlocal x
        x += 1
        return x

    return inner, lambda: x


inc, get = outer()
print(inc(), inc(), get())


def use_before():
    try:
        print(v)
    except UnboundLocalError as error:
        print(type(error).__name__, error)
    v = 1
    del v
    try:
        print(v)
    except UnboundLocalError as error:
        print(error)


use_before()


def free():
    def g():
        return later

    try:
        g()
    except NameError as error:
        print(type(error).__name__, error)
    later = 1
    return g()


print(free())
compose = lambda *fs: lambda x: [x := f(x) for f in fs][-1]
print(compose(lambda x: x + 1, lambda x: x * 2)(5))
print((lambda a, b=lambda: 3: a + b())(1))


def annotated(x: int, y: "str" = "a", *z: float) -> list[int]:
    return [x]


print(annotated.__annotations__)


def counter():
    counter.calls += 1
    return counter.calls


counter.calls = 0
counter()
print(counter(), counter.__dict__, counter.__module__, counter.__qualname__, outer.__code__.co_name)


def recursive(n):
    return 1 if n == 0 else n * recursive(n - 1)


print(recursive(20))


def endless(n):
    return endless(n + 1)


try:
    endless(0)
except RecursionError as error:
    print(type(error).__name__, error)
