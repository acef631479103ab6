#: tuples
t = (1, "a", 2.5)
print(t, t[0], t[-1], t[1:], t[::-1], len(t), t + (4,), t * 2, 2 * (1,), "a" in t, t.index("a"), t.count(1), (), (1,), tuple("ab"), tuple([1]), tuple(), (1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, [2]) == (1, [2]), hash((1, 2)) == hash((1, 2)), max((1, 2), (0, 9)), sorted([(2, "b"), (1, "z"), (2, "a")]))
for action in (lambda: t[5], lambda: t["a"], lambda: t.index("zz"), lambda: t + [1], lambda: t * "a", lambda: t < 1, lambda: hash(([],)), lambda: t.append(1), lambda: tuple(5), lambda: t < (1, 2), lambda: {([],): 1}, lambda: t.__setitem__(0, 1), lambda: t[1.5], lambda: tuple(1, 2), lambda: t.count()):
    try:
        print(action())
    except (IndexError, TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
for statement in ("t[0] = 1", "del t[0]", "t.x = 1", "t += [1]", "t[0] += 1"):
    try:
        exec(statement)
    except (TypeError, AttributeError) as error:
        print(error)
t += (9,)
print(t)
#: ranges
r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:3], r[::-1], r[::2], 5 in r, 6 in r, "a" in r, 5.0 in r, r.index(8), r.count(5), r.count(6), r.start, r.stop, r.step, r == range(2, 18, 3), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), hash(range(3)) == hash(range(0, 3)), list(reversed(r)), bool(range(0)), sum(range(101)), max(r), min(r), range(5, 0, -1), list(range(5, 0, -2)), range(True))
print(range(10)[2:8][1:3], range(10**9)[-1], 10**8 in range(10**9), len(range(10**9)), range(3) is range(3), list(range(-3)), [*range(3)], tuple(range(2)), range(1, 10)[::3])
for action in (lambda: range(), lambda: range(1.5), lambda: range("a"), lambda: range(1, 2, 0), lambda: r[99], lambda: r["a"], lambda: r.index(3), lambda: r.index("a"), lambda: r + r, lambda: r < r, lambda: r[0:1:0], lambda: r.append(1), lambda: range(1, 2, 3, 4), lambda: range(None), lambda: r.__setitem__(0, 1)):
    try:
        print(action())
    except (TypeError, ValueError, IndexError, AttributeError) as error:
        print(type(error).__name__, error)
it = iter(range(3))
print(next(it), it.__length_hint__(), list(it), next(it, "end"))
#: slice objects
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(5), slice(5), slice(None, None, -1).indices(4), [0, 1, 2, 3][s], "abcdef"[slice(1, None)], s == slice(1, 10, 2), slice(1) != slice(2), hash(slice(1, 2)) == hash(slice(1, 2)), slice(1, 2) < slice(1, 3) if False else "", slice("a", [1]))
class Show:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("set", key, value)
    def __delitem__(self, key): print("del", key)
x = Show()
print(x[1], x[1:2], x[::3], x[1, 2], x[1:2, ..., None], x[()], x["a":"b"], x[-1:], x[lambda: 1] is not None, x[*[1, 2], 3], x[1:2,])
x[1:2] = 5
del x[::2]
x[1, "a"] = 3
for action in (lambda: slice(), lambda: s.indices(-1), lambda: s.indices("a"), lambda: "abc"[slice("a")], lambda: [1][slice(None, None, 0)]):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
