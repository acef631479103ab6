print([x * y for x in range(3) for y in range(x)])
print([[row[i] for row in [[1, 2], [3, 4]]] for i in range(2)])
print([x for x in range(20) if x % 2 if x % 3])
print({k: v for k, v in zip("abc", range(3))}, {v: k for k, v in {"a": 1}.items()})
print(sorted({x % 3 for x in range(10)}), len({c for c in "hello"}))
print(["even" if x % 2 == 0 else "odd" for x in range(3)])
x = "outer"
print([x for x in range(3)], x)
n = 10
print([n + i for i in range(2)], (lambda: [n for n in range(2)])(), n)
print([(a, b) for a, b in [(1, 2), (3, 4)]], [c for a, *c in [(1, 2, 3), (4,)]])
functions = [lambda: i for i in range(3)]
print([f() for f in functions])


class Table:
    width = 2
    rows = [[0] * 2 for _ in range(width)]


print(Table.rows)


def visible():
    local = 5
    return [[local + i + j for j in range(2)] for i in range(2)]


print(visible())
print([last := i for i in range(4)], last)
print(*(f"{i}:{c}" for i, c in enumerate("xy")), sep=", ")
print(list(map(lambda p: p[0] * p[1], [(i, i + 1) for i in range(4)])))
print({**{i: i * i for i in range(3)}, "extra": True})
print([*range(3), *[i for i in "ab"]], (*"xy",), {*()} == set())
gen = (i for i in range(3))
print(1 in gen, list(gen))


def side(tag, value):
    print(tag, value)
    return value


print([side("element", i) for i in side("iterable", [1, 2, 3]) if side("condition", i) != 2])
print({side("key", k): side("value", k * 2) for k in [1, 2]})
try:
    [1 / i for i in (1, 0)]
except ZeroDivisionError as error:
    print(error)
try:
    print([undefined for _ in range(1)])
except NameError as error:
    print(error)
print([j for i in range(3) for j in [i * 2] if j])
