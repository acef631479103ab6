#: methods
a = [3, 1, 2]
a.append(5)
a.extend((7, 8))
a.extend("xy")
a.insert(1, "i")
a.insert(-1, "j")
a.insert(100, "end")
print(a, a.pop(), a.pop(0), a.pop(-2), a.index(2), a.count(1), a.copy() == a, a.copy() is a)
a.remove("i")
a.reverse()
print(a, a.index(2, 1), len(a))
a.clear()
print(a, list("ab"), list(range(3)), list({1: 2}), list(), [*"ab", *[1]], [1] * 3, [[]] * 2, [1, 2] + [3])
b = [1]
b += (2, 3)
b += "x"
b *= 2
print(b)
#: errors
a = [1, 2]
for action in (lambda: a.pop(5), lambda: [].pop(), lambda: a.remove(9), lambda: a.index(9), lambda: a.index(1, 1), lambda: a[5], lambda: a["x"], lambda: a[1.5], lambda: a + (1,), lambda: a + 1, lambda: a * "x", lambda: a * 1.5, lambda: list(5), lambda: list(1, 2), lambda: a.append(), lambda: a.append(1, 2), lambda: a.extend(5), lambda: a.insert("a", 1), lambda: a.insert(1), lambda: a < 1, lambda: a < ["x"], lambda: hash(a), lambda: a.sort(1), lambda: a.sort(key=1), lambda: a.pop("x"), lambda: a.nope, lambda: -a, lambda: a[1, 2], lambda: a[None], lambda: list(x=1), lambda: a.index(), lambda: {a: 1}, lambda: {a}, lambda: a.__iadd__(5), lambda: a.sort(reverse="x")):
    try:
        print(action())
    except (TypeError, IndexError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
for statement in ("a[5] = 1", "del a[5]", "a['x'] = 1", "a[0:1] = 5", "a[::2] = [1, 2, 3]", "del a['x']", "a[1.0] = 2", "a.x = 1", "[x, y] = [1]", "a[0:2:0] = [1]", "a += 5"):
    try:
        exec(statement)
    except (TypeError, IndexError, ValueError, AttributeError) as error:
        print(statement, "->", type(error).__name__, error)
#: slices
a = list(range(10))
a[2:5] = ["x"]
a[:0] = [-1]
a[len(a):] = [99]
print(a, a[::3], a[-3:], a[::-2], a[5:2], a[-100:3], a[3:-100:-1])
a[::2] = range(len(a[::2]))
print(a)
del a[1:3], a[::3]
print(a)
a[1:1] = "abc"
a[2:4] = []
a[-2:] = (i * i for i in range(3))
print(a, a[slice(1, 4)], a[slice(None)], a[slice(None, None, -1)])
b = [1, 2, 3]
b[:] = b[::-1]
b[1:2] = b
print(b)
#: sorting
words = ["banana", "apple", "Cherry", "date", "fig"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, reverse=True), sorted({3: 1, 1: 2}), sorted("hello"), sorted([True, 0, 2.5, -1]))
pairs = [(1, "b"), (0, "b"), (1, "a"), (0, "a")]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True), sorted(pairs), sorted(pairs, key=lambda p: (p[1], -p[0])))
calls = []
print(sorted([3, 1, 2], key=lambda x: calls.append(x) or -x), calls)
a = [3, 1, 2]
print(a.sort(), a, a.sort(key=None, reverse=True), a)
for action in (lambda: sorted([1, "a"]), lambda: sorted([None, 1]), lambda: sorted([1, 2], key=5), lambda: sorted(5), lambda: sorted([1j, 2j]), lambda: sorted([{}, {}]), lambda: sorted([1], lambda x: x), lambda: sorted(), lambda: sorted([3, 1], key=lambda x: "a" if x == 1 else x)):
    try:
        print(action())
    except TypeError as error:
        print(error)
#: sort uses only __lt__
class Version:
    def __init__(self, text):
        self.parts = [int(p) for p in text.split(".")]

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))

versions = [Version(t) for t in ("1.10", "1.2", "0.9", "1.2.1")]
print(sorted(versions), max(versions), min(versions), sorted(versions, reverse=True))
versions.sort(key=lambda v: v)
print(versions, versions[0] > versions[1])
class Broken:
    def __lt__(self, other):
        raise RuntimeError("no order")
try:
    sorted([Broken(), Broken()])
except RuntimeError as error:
    print(error)
#: the list is empty while it is sorted
a = [3, 1, 2]
try:
    a.sort(key=lambda x: (a.append(x), x)[1])
except ValueError as error:
    print(error)
print(sorted(a))
#: comparison
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [1, 2] == [1.0, 2], [1, [2]] == [1, [2]], [1, 2] != (1, 2), [2] > [1, 9], [1, "a"] < [2, 3])
nan = float("nan")
print([nan] == [nan], nan in [nan], [nan].index(nan), [nan].count(nan), [1, nan] < [1, nan])
#: iterating over a list that changes
a = [1, 2, 3]
for x in a:
    if x < 3:
        a.append(x + 10)
    if len(a) > 6:
        break
print(a)
a = [1, 2, 3, 4]
for x in a:
    a.remove(x)
print(a)
it = iter([1, 2])
print(next(it), next(it), next(it, "end"), next(it, None), list(it), it.__length_hint__())
#: a list that contains itself
a = [1]
a.append(a)
print(a, a[1] is a, len(a), a[1][1][0])
d = {}
d["self"] = d
print(d)
t = ([],)
t[0].append(t)
print(t)
#: subclass
class Stack(list):
    def push(self, item):
        self.append(item)

    def __getitem__(self, index):
        result = super().__getitem__(index)
        return f"<{result}>" if isinstance(index, int) else result

s = Stack("ab")
s.push("c")
print(s, s[0], s[-1], s[0:2], len(s), type(s[0:2]).__name__, type(s + s).__name__, list(s), s == ["a", "b", "c"], sorted(s, reverse=True), isinstance(s, list), bool(Stack()), repr(s), "b" in s, type(s.copy()).__name__)
#: methods called on the class
print(list.append.__name__, [1, 2].__len__(), [1].__add__([2]), [1, 2].__contains__(2), [1, 2].__getitem__(slice(1)), [1].__eq__([1]), [1].__eq__((1,)), [1].__mul__(2), list([1, 2].__reversed__()), [].__class__, list.__len__([1]), [3].__lt__([4]))
a = [1]
print(a.__iadd__([2]), a.__imul__(2), a.__setitem__(0, 5), a.__delitem__(1), a, [1, 2].__iter__().__next__())
