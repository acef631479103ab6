print(abs(-3), all([1, 2]), any([0, ""]), bin(5), bool("x"), chr(65), divmod(9, 4), hex(16), len("abc"), max(1, 2), min(3, 1), oct(8), ord("A"), pow(2, 3), round(3.14159, 2), sum([1, 2, 3]), sum([], 5))
print(list(enumerate("ab")), list(range(3)), list(zip("ab", [1, 2])), list(map(str.upper, "ab")), list(filter(str.isalpha, "a1b")), list(reversed("abc")), sorted("cab"))
it = iter([1, 2])
print(next(it), next(it), next(it, "done"), isinstance(it, object))
print("a", "b", sep="-", end="|")
print("c", end="")
print()
print(*[1, 2, 3], sep="")
print("multi\nline", "tab\there")
print()
print(print("nested"), "x", None, True, 1.0, [1, "a", None], ("t",), {"k": [1]})
print(max("apple", "fig", key=len), max([1, 2], [1, 3]), min([3, 1], key=lambda x: -x), max([], default=0), max({"a": 1, "b": 0}, key={"a": 1, "b": 0}.get))
print(getattr("abc", "upper")(), getattr(5, "nope", "default"), hasattr([], "append"), callable(len), callable("x"))
print(isinstance(1, int), isinstance(1, (str, int)), isinstance("x", str | int), isinstance(True, int), issubclass(int, object), type(1) is int, type("x") == str)
print(hash("a") == hash("a"), id(1) == id(1), repr("x"), str(1.0), ascii("é"), format(5, "03"), int("7"), float("2.5"))
print(sorted([3, 1, 2], reverse=True), sorted(["b", "A", "c"], key=str.lower), sorted([(2, "a"), (1, "b"), (2, "A")]), sorted({3: 1, 1: 2}), sorted("hello", key=lambda c: -ord(c)))
print(list(map(lambda x, y: x + y, [1, 2], [10, 20, 30])), list(map(int, "123")), sum(map(len, ["a", "bb"])), dict(map(lambda p: (p, p * p), range(3))))
print(list(iter(lambda c=[0]: c.append(0) or len(c), 4)), [*zip(*[iter(range(6))] * 2)])
print(vars().get("it") is it, "it" in globals(), sorted(k for k in locals() if k == "it"), dir("x")[0][:2])
print(eval("1 + 2") if False else 3, __name__, slice(1, 2), object() is not object())
print(any(x > 2 for x in [1, 2, 3]), all(x > 2 for x in [1, 2, 3]), sum(x * x for x in range(4)), "".join(c for c in "a1b2" if c.isdigit()))
m, z, f, r, e = map(str, [1]), zip([1]), filter(None, [1]), reversed([1]), enumerate([1])
print([type(x).__name__ for x in (m, z, f, r, e, iter([]), iter({}), iter("a"), iter(range(1)), iter(()), iter(set()))])
print(next(m), list(m), next(z), next(f), next(r), next(e))
print(round(0.5), round(1.5), round(-1.5), round(2.567, 1), round(5), round(12345, -3), round(1.25, 1), round(-0.4))
print(int.__name__, (5).__class__, int.__add__(2, 3), "a".__class__.__name__, str.join("-", "ab"), list.append.__name__, dict.get({1: 2}, 1))


def source():
    print("pulled")
    yield 1
    yield 2


lazy = map(lambda x: x * 10, source())
print("nothing pulled yet")
print(next(lazy), any(v == 1 for v in source()), 2 in source())
for action in (
    lambda: len(5),
    lambda: max(),
    lambda: max(1),
    lambda: min([]),
    lambda: sum("ab"),
    lambda: abs("x"),
    lambda: ord(5),
    lambda: int([]),
    lambda: next(iter([])),
    lambda: next(5),
    lambda: sorted([1, "a"]),
    lambda: sorted(5),
    lambda: print(nope=1),
    lambda: print("a", sep=5),
    lambda: isinstance(1, 1),
    lambda: getattr(5, "nope"),
    lambda: round("x"),
    lambda: undefined_name,
    lambda: len(),
    lambda: len([], []),
    lambda: enumerate(),
    lambda: reversed(5),
    lambda: zip(5),
    lambda: map(str),
    lambda: setattr(5, "x", 1),
    lambda: "x".upper(1),
    lambda: [].append(),
    lambda: iter(5),
    lambda: pow("a", 2),
    lambda: divmod(1, 0),
    lambda: float("one"),
    lambda: chr("a"),
    lambda: hex(1.5),
    lambda: type(1, 2),
    lambda: object(5),
    lambda: super(),
):
    try:
        print(action())
    except BaseException as error:
        print(type(error).__name__, error)
