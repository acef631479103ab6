d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, len(d), d["a"], d.get("x"), d.get("x", 0), "a" in d, 2 in d, list(d), list(d.values()), list(d.items()))
print(d.keys(), d.values(), d.items())
print(d.pop("a"), d.pop("zz", None), d, d.setdefault("n", []), d.setdefault("b", 5), d)
d["n"].append(1)
d.update({"x": 1}, y=2)
d.update([("z", 3)])
print(d, d.popitem(), d | {"b": 0}, {"a": 1} | {"a": 2, "b": 3})
d |= {"w": 1}
del d["w"]
print(d, d == dict(d), {"a": 1, "b": 2} == {"b": 2, "a": 1}, d.copy() is d)
for key in d:
    print(key, end=" ")
print()
for i, (key, value) in enumerate(d.items()):
    print(i, key, value)
print(dict(a=1, b=2), dict([("k", "v")]), dict(zip("ab", [1, 2])), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {}, dict())
print({1: "int", 1.0: "float", True: "bool"}, {(1, 2): "t"}[1, 2], {None: 0}[None])
print(sorted({"b": 1, "a": 2}), sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]), max({"a": 1, "b": 5}.items(), key=lambda kv: kv[1]), min({"q": 1, "c": 2}))
print(list(reversed({"a": 1, "b": 2})), {"a": 1}.keys() & {"a": 2, "b": 1}.keys(), {"a"} | {"a": 1}.keys(), {"a": 1}.items() == {"a": 1}.items())
nested = {"a": {"b": {"c": 1}}}
nested["a"]["b"]["d"] = 2
print(nested, nested["a"]["b"]["c"], {"a": 1, **{"b": 2}}, [*{"a": 1, "b": 2}])
d = {}
d["self"] = d
print(d)
keys = (d2 := {"x": 1}).keys()
d2["y"] = 2
print(keys, len(keys), "y" in keys, bool({}), bool({0: 0}))
d.clear()
print(d)
d = {i: i * i for i in range(5)}
del d[2]
d[2] = "again"
print(d)
groups = {}
for word in "apple avocado banana blueberry cherry".split():
    groups.setdefault(word[0], []).append(word)
print(groups, {k: len(v) for k, v in groups.items()})
big = {i: str(i) for i in range(200)}
for i in range(0, 200, 3):
    del big[i]
print(len(big), big[100], sum(big), list(big)[:5], list(big)[-2:])
a = {1, 2, 3}
b = {3, 4}
print(sorted(a | b), a & b, sorted(a - b), sorted(a ^ b), 2 in a, len(a), a >= {1}, a < b, a.isdisjoint({9}), {1} <= {1}, {1, 2} == {2, 1})
a.add(3)
a.add(9)
a.discard(100)
a.remove(1)
a.update([7], {8})
print(sorted(a), sorted(a.union([1])), a.intersection([7, 0]), sorted(a.difference({7, 8})), {5}.symmetric_difference([5]), {1}.issubset([1, 2]), {1, 2}.issuperset([1]))
a -= {7, 8, 9}
a |= {5}
a &= {2, 5}
print(sorted(a), set(), {1}, frozenset([1]), frozenset(), set([2]), {frozenset([1]): "f"}[frozenset([1])], sorted(set("hello")), bool(set()))
print(len({1, 1.0, True}), {5}.pop(), sum({1, 2, 3}), sorted({x % 4 for x in range(10)}), {1: "a"}.get(2, "none"))
for action in (
    lambda: {}["k"],
    lambda: {}[1, 2],
    lambda: {}.pop("k"),
    lambda: {}.popitem(),
    lambda: {[]: 1},
    lambda: {{}},
    lambda: {1} + {2},
    lambda: dict([1]),
    lambda: dict([(1, 2, 3)]),
    lambda: set().remove(4),
    lambda: set().pop(),
    lambda: {1, [2]},
    lambda: {}.nothing,
    lambda: {1: 2} + {},
    lambda: {1} < [1],
    lambda: [k for k in d if d.pop(k)],
    lambda: hash({}),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
