a = [3, 1, 2]
a.append(5)
a.extend([4, 4])
a.insert(0, 9)
a.insert(-1, 8)
a.insert(100, 7)
print(a, len(a), a.count(4), a.index(4), a.pop(), a.pop(0), a)
a.remove(4)
a.sort()
print(a, a.reverse(), a)
a.sort(key=lambda x: (x % 2, -x))
print(a, sorted(a, reverse=True), sorted("bAc", key=str.lower))
b = a.copy()
b.clear()
print(a is b, b, bool(b), a[:] == a, a[:] is a)
n = list(range(10))
print(n[2:5], n[-3:], n[::2], n[::-1], n[8:2:-2], n[:-7], n[20:], n[-100:2], n[5:-2])
n[2:5] = ["x"]
print(n)
n[1:1] = [100, 200]
n[::4] = ["s"] * len(n[::4])
print(n)
del n[0], n[-1]
del n[::3]
print(n)
n[:] = [1]
n += [2]
n *= 2
print(n, n + [0], n * 0, 2 * [1, 2], [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 9], 2 in n, 5 not in n)
grid = [[0] * 3] * 2
grid[0][0] = 1
print(grid, [[0] * 2 for _ in range(2)])
nested = [1, [2, [3]]]
shallow = nested.copy()
shallow[1].append(4)
print(nested, nested[1][1][0], list("abc"), list((1, 2)), list({"a": 1}), list())
loop = [1]
loop.append(loop)
print(loop)
people = [("Bo", 30), ("Al", 25), ("Cy", 30)]
people.sort(key=lambda p: p[1])
print(people, sorted(people, key=lambda p: p[1], reverse=True), max(people, key=lambda p: p[1]), min(people))
print(sum([[1], [2]], []), sum([1, 2], 10), any([]), all([]), any([0, 3]), all([1, 0]))
print(list(zip([1, 2], "ab")), list(zip([1, 2], "abc", [True])), list(zip()), list(enumerate("ab", 1)), list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))
try:
    print(list(zip([1], [1, 2], strict=True)))
except ValueError as error:
    print(error)
print(list(reversed([1, 2, 3])), [1, 2, 3].index(3, 1), max([1, 5, 3]), min([], default="none"), max(1, 2, key=lambda v: -v))
stack = []
for i in range(3):
    stack.append(i)
while stack:
    print("pop", stack.pop(), end="; ")
print()
items = [1, 2, 3, 4]
for item in items:
    if item % 2:
        items.remove(item)
print(items)
words = "pear fig apple kiwi".split()
print(sorted(words, key=len), sorted(words, key=lambda w: (len(w), w)), sorted([True, 3, 2.5, -1]))
t = (1, 2, 3)
print(t, (1,), (), t + (4,), t * 2, t[1], t[-1], t[:2], t.count(2), t.index(3), len(t), 2 in t, tuple("ab"), t == (1, 2, 3), t < (1, 2, 4), hash(t) == hash((1, 2, 3)))
print(range(5), range(1, 10, 2), list(range(5, 0, -2)), len(range(0, 10, 3)), 4 in range(0, 10, 2), 5 in range(0, 10, 2), range(10)[2:5], range(10)[-1], range(3) == range(0, 3, 1), list(reversed(range(3))), range(0, -5, -1).index(-3), sum(range(101)))
for action in (
    lambda: [][0],
    lambda: [1].index(5),
    lambda: [1].remove(5),
    lambda: [].pop(),
    lambda: [1, 2].pop(5),
    lambda: a["a"],
    lambda: [1] + (2,),
    lambda: [3, "a"].sort(),
    lambda: max([]),
    lambda: (1, 2)[5],
    lambda: {[]: 1},
    lambda: range(1, 2, 0),
    lambda: [1, 2, 3].__setitem__(slice(0, 3, 2), [1]),
    lambda: list(5),
    lambda: [1] * "a",
    lambda: sum(["a"]),
    lambda: (1,).append(2),
    lambda: [1].__setitem__(5, 1),
    lambda: range(5)[7],
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
