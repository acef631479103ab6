#: zip, enumerate, map, filter
print(list(zip("abc", range(2))), list(zip()), list(zip([1, 2], [3, 4], strict=True)), dict(zip("ab", [1, 2])), list(zip(*[(1, "a"), (2, "b")])), list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("ab", start=1)), list(map(str, [1, 2])), list(map(pow, [2, 3], [3, 2])), list(map(lambda *a: a, "ab", "cde")), list(filter(None, [0, 1, "", "a"])), list(filter(str.isdigit, "a1b2")), list(map(int, "123")))
for action in (lambda: list(zip([1], [1, 2], strict=True)), lambda: list(zip([1, 2], [1], strict=True)), lambda: list(zip([], [1], strict=True)), lambda: list(zip([1], [1], [], strict=True)), lambda: zip(1, 2), lambda: enumerate(), lambda: enumerate(1), lambda: map(), lambda: map(1), lambda: list(map(1, [2])), lambda: filter(), lambda: zip([1], bad=2), lambda: list(map(lambda x: 1 / x, [0])), lambda: list(map(len, [1])), lambda: list(map(str, [1], strict=True)), lambda: list(map(max, [1], [], strict=True))):
    try:
        print(action())
    except (ValueError, TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
z = zip([1, 2], "ab")
print(next(z), list(z), list(z), type(z).__name__, iter(z) is z)
e = enumerate("xyz")
print(next(e), next(e), e.__next__(), next(e, None))
#: reversed, sorted, iter
print(list(reversed([1, 2])), list(reversed("ab")), list(reversed(range(3))), list(reversed({"a": 1, "b": 2})), list(reversed((1, 2))), next(reversed([7])))
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
class Rev:
    def __reversed__(self): return iter("rev")
print(list(reversed(Seq())), list(reversed(Rev())), list(Seq()), 20 in Seq(), list(iter(Seq())), sorted(Seq(), reverse=True), max(Seq()), [*Seq()], sum(Seq()), tuple(Seq()))
values = iter([1, 2, 0, 3])
print(list(iter(lambda: next(values), 0)), list(values))
class Once:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration
        return self.n
o = Once()
print(list(o), list(o), list(Once()))
class BadIter:
    def __iter__(self): return 5
class NoIter: pass
for action in (lambda: iter(BadIter()), lambda: iter(NoIter()), lambda: list(BadIter()), lambda: reversed(NoIter()), lambda: reversed({1}), lambda: next(NoIter()), lambda: next([]), lambda: next(iter([])), lambda: [x for x in NoIter()], lambda: list(5), lambda: 1 in NoIter(), lambda: 1 in 5, lambda: len(NoIter()), lambda: len(5), lambda: iter(5)):
    try:
        print(action())
    except (TypeError, StopIteration) as error:
        print(type(error).__name__, error)
#: min, max, sum, any, all
print(max(3, 1, 2), min("b", "a"), max([1, 5, 3], key=lambda x: -x), min([], default="none"), max("apple", "fig", key=len), min([(2, "a"), (1, "b")]), max({"a": 1, "b": 5}, key={"a": 1, "b": 5}.get), max([1, 1.0]), min(1.0, 1), max(True, 0))
print(sum([1, 2, 3]), sum([1, 2], 10), sum([0.1] * 10), sum([[1], [2]], []), sum(range(5), start=1), sum((x for x in [1.5, 2])), sum([]), sum([True, True]), sum([1, 2.5, 3]), any([0, "", 1]), all([]), all([1, 0]), any([]), any(x > 2 for x in [1, 3]), all(map(str.isalpha, ["a", "1"])))
for action in (lambda: max([]), lambda: min(), lambda: max(1), lambda: max([1, "a"]), lambda: max(1, 2, default=3), lambda: sum(["a"]), lambda: sum([1], "a"), lambda: sum([b"a"], b""), lambda: sum(5), lambda: any(5), lambda: min([1], key=5), lambda: sum([[1]], ()), lambda: max([None, 1]), lambda: min(1, 2, x=3)):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(sum([0.1, 0.2, 0.3]), sum([1e100, 1, -1e100]), sum([0.1] * 3) == 0.3, sum([1, 0.1, 0.2]))
#: round, divmod, pow, abs, hash, id
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1e20), round(12345, -2), round(15, -1), round(25, -1), divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), pow(2, 3), pow(2, -1), pow(2, 3, 5), pow(2.0, 0.5), abs(-3), abs(-2.5), abs(True))
class Num:
    def __round__(self, n=None): return f"round {n}"
    def __abs__(self): return "abs"
    def __divmod__(self, other): return ("divmod", other)
    def __rdivmod__(self, other): return ("rdivmod", other)
    def __pow__(self, other, mod=None): return ("pow", other, mod)
    def __index__(self): return 5
    def __float__(self): return 2.5
    def __int__(self): return 7
    def __trunc__(self): return 8
n = Num()
print(round(n), round(n, 2), abs(n), divmod(n, 3), divmod(3, n), pow(n, 2), pow(n, 2, 3), n ** 4, bin(n), hex(n), oct(n), int(n), float(n), [0] * n, "abcdefg"[n], chr(n + 0) if False else chr(Num().__index__() + 60), range(n), list(range(10))[n:], complex(n))
x = object()
print(id(x) == id(x), hash(x) == hash(x), hash("a") == hash("a"), hash((1, "a")) == hash((1, "a")), id(x) != id([]))
#: isinstance and issubclass
print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, int)), isinstance(1, int | str), isinstance(None, int | None), isinstance([], list), issubclass(bool, int), issubclass(int, (str, object)), issubclass(bool, int | str), isinstance(int, type), isinstance(1, object), type(1) is int, isinstance("a", (int, (float, str))), isinstance(1.0, int))
for action in (lambda: isinstance(1, "int"), lambda: isinstance(1, [int]), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: isinstance(1, list[int]), lambda: isinstance(1), lambda: isinstance([], list[int] | None), lambda: issubclass(int, list[int])):
    try:
        print(action())
    except TypeError as error:
        print(error)
#: print
print(1, "a", None, sep="-", end="!\n")
print()
print("a", "b", sep="")
print(*[1, 2], sep=", ")
print("x", end="")
print("y", flush=True)
import sys
print("to stdout", file=sys.stdout)
print("none", sep=None, end=None)
class Out:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text)
out = Out()
print("a", 1, file=out, end="|")
print(out.parts)
for action in (lambda: print(sep=1), lambda: print(end=1), lambda: print("a", file=5), lambda: print("a", bad=1)):
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(error)
#: callable, vars, getattr, hasattr
class C:
    x = 1
    def __call__(self): return "called"
c = C()
c.y = 2
print(callable(c), callable(5), callable(C), callable(print), callable(lambda: 0), c(), vars(c), getattr(c, "x"), getattr(c, "z", "default"), hasattr(c, "y"), hasattr(c, "z"))
setattr(c, "z", 3)
delattr(c, "y")
print(vars(c), ascii("é"), repr("é"), bin(5), format(5, "03"), chr(97), ord("a"), type(c).__name__, len("abc"))
