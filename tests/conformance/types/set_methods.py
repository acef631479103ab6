#: methods
s = {1, 2, 3}
s.add(4)
s.add(1)
s.discard(9)
s.remove(4)
print(s, len(s), 2 in s, s.copy() is s, s.union([4], (5,)), s.intersection({2, 3, 9}, [3]), s.difference([1], [2]), s.symmetric_difference([3, 4]), s.issubset(range(9)), s.issuperset([1]), s.isdisjoint([7]))
s.update([7], {8})
s.intersection_update({1, 2, 7})
s.difference_update([1])
s.symmetric_difference_update({2, 5})
print(s, s.pop() in {5, 7}, len(s))
s.clear()
print(s, set(), set("aab") == {"a", "b"}, {*[1, 2], *(2, 3)}, set(range(3)), frozenset([1, 2]), frozenset(), bool(set()))
#: operators
a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, a < {1, 2, 3, 4}, a <= a, a > {1}, a >= b, a == {3, 2, 1}, a != b, frozenset(a) == a, a | frozenset([9]), type(frozenset([1]) | {2}).__name__, type({2} | frozenset([1])).__name__, {1} in [{1}], not {1} < {2})
a |= {9}
a &= {1, 9, 3}
a -= {1}
a ^= {3, 5}
print(a)
for action in (lambda: a | [1], lambda: a + a, lambda: a < [1], lambda: a & 5, lambda: a[0], lambda: a.add([]), lambda: {[]}, lambda: {{1}}, lambda: a.remove(99), lambda: set().pop(), lambda: a.update(5), lambda: a.union(5), lambda: set(5), lambda: hash(a), lambda: {1: 2}[{3}], lambda: a.x, lambda: [] in a, lambda: frozenset([1]).add(2), lambda: a.remove([1]), lambda: a.add(), lambda: a.add(1, 2), lambda: a.issubset(5), lambda: a * 2):
    try:
        print(action())
    except (TypeError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)
#: frozenset is hashable
d = {frozenset([1, 2]): "a"}
print(d[frozenset([2, 1])], {frozenset(), frozenset()}, hash(frozenset([1, 2])) == hash(frozenset([2, 1])), frozenset([1]) in {frozenset([1])}, {1} in {frozenset([1])}, frozenset("ab").union("c") == set("abc"), frozenset([3]).copy(), max(frozenset([1, 5])))
#: changing a set while iterating
s = {1, 2, 3}
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)
for x in list(s):
    s.discard(x)
print(s)
#: comprehensions and uses
print({x % 3 for x in range(10)}, sorted({c for c in "hello world" if c.isalpha()}), {(x, y) for x in range(2) for y in range(2)} == {(0, 0), (0, 1), (1, 0), (1, 1)})
seen = set()
unique = [x for x in [3, 1, 3, 2, 1] if not (x in seen or seen.add(x))]
print(unique, len(set(unique)), sorted(set("banana")), set([1, 1.0, True]))
class Tags(set):
    def add(self, item): super().add(item.lower())
t = Tags(["A"])
t.add("B")
print(sorted(t), type(t | {1}).__name__, isinstance(t, set), Tags(["z"]), Tags(), "b" in t)
