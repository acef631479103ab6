class Range:
    def __init__(self, stop):
        self.stop = stop

    def __iter__(self):
        return RangeIterator(self.stop)


class RangeIterator:
    def __init__(self, stop):
        self.i, self.stop = -1, stop

    def __iter__(self):
        return self

    def __next__(self):
        self.i += 1
        if self.i >= self.stop:
            raise StopIteration("the end", self.stop)
        return self.i


r = Range(3)
print(list(r), tuple(r), set(r) == {0, 1, 2}, sum(r), max(r), sorted(r, reverse=True), [*r], dict(zip(r, "abc")))
a, b, c = r
print(a, b, c, 2 in r, 5 in r, list(map(str, r)), list(enumerate(r)), any(r), all(r), "-".join(map(str, r)))
it = iter(r)
next(it)
print(list(it), list(it))
try:
    next(it.__iter__())
except StopIteration as stop:
    print("StopIteration")
except Exception as error:
    print(type(error).__name__)


class Broken:
    def __iter__(self):
        return 5


class Fails:
    def __iter__(self):
        raise RuntimeError("no iteration")


class NoNext:
    def __iter__(self):
        return self


for wrong in (Broken(), Fails(), NoNext(), 5, None):
    try:
        for _ in wrong:
            pass
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)
try:
    d = {"a": 1, "b": 2}
    for key in d:
        d[key + "x"] = 0
except RuntimeError as error:
    print(error)
try:
    s = {1, 2}
    for x in s:
        s.add(x + 100)
except RuntimeError as error:
    print(error)
grow = [1, 2]
for x in grow:
    if len(grow) < 5:
        grow.append(x * 10)
print(grow)
for i in range(3):
    i = 10
    print(i, end=" ")
print(i)
shared = iter(range(6))
for x in shared:
    print(x, next(shared, None), end="; ")
print()
text = iter("abc")
print("".join(text), next(text, "empty"))
pairs = [(1, "one"), (2, "two")]
for number, word in pairs:
    print(number, word)
for i, (number, word) in enumerate(pairs):
    print(i, number, word)
for key, (first, *others) in {"k": (1, 2, 3)}.items():
    print(key, first, others)
print([x for x in reversed([1, 2, 3])], list(zip(range(2), reversed("ab"))), list(map(None.__class__, [])))
for x in (y * 2 for y in range(3)):
    if x == 2:
        continue
    print("gen", x)
while True:
    try:
        value = next(shared)
    except StopIteration:
        print("exhausted")
        break
