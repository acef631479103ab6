#: methods
d = {"a": 1, "b": 2}
print(d.get("a"), d.get("x"), d.get("x", 0), d.setdefault("c", 3), d.setdefault("a", 9), d.pop("c"), d.pop("x", None), d.copy() == d, d.popitem(), d)
d.update({"x": 1}, y=2)
d.update([("z", 3)])
d.update()
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()), len(d), "x" in d, 1 in d.values(), ("x", 1) in d.items())
print(dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), dict(a=1), dict([("k", "v")], z=1), dict({"a": 1}, a=2), dict(zip("ab", range(2))), {**d, "x": 5})
print(d | {"x": 9}, {"q": 0} | d, list(reversed(d)), list(reversed(d.items()))[0], d == dict(reversed(d.items())), d != {})
d |= {"n": 1}
d |= [("m", 2)]
del d["x"]
d.clear()
print(d, bool(d))
#: errors
d = {"a": 1}
for action in (lambda: d["x"], lambda: d[[1]], lambda: d.pop("x"), lambda: {}.popitem(), lambda: d.update(5), lambda: d.update([1]), lambda: d.update([(1, 2, 3)]), lambda: {[]: 1}, lambda: {{}: 1}, lambda: d | 5, lambda: d < d, lambda: dict(5), lambda: dict(["abc"]), lambda: d.get(), lambda: d.get([]), lambda: d.x, lambda: d.fromkeys(5), lambda: d + d, lambda: d.setdefault([], 1), lambda: [] in d, lambda: d.__delitem__("q"), lambda: d.pop(), lambda: d.keys() + [1], lambda: d.keys()[0], lambda: d.items()[0], lambda: hash(d), lambda: d.append(1), lambda: d[1, [2]]):
    try:
        print(action())
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
#: order
d = {"z": 1, "a": 2, "m": 3}
d["a"] = 20
d["new"] = 4
del d["z"]
d["z"] = 5
print(d, list(d), d.popitem(), next(iter(d)), sorted(d), max(d, key=d.get), {v: k for k, v in d.items()})
for i, (k, v) in enumerate(d.items()):
    print(i, k, v)
#: changing a dict while iterating
d = {1: "a", 2: "b"}
try:
    for k in d:
        d[k + 10] = "new"
except RuntimeError as error:
    print(error)
try:
    for k in d:
        del d[k]
except RuntimeError as error:
    print(error)
d = {1: "a", 2: "b"}
for k in list(d):
    del d[k]
print(d)
d = {1: "a", 2: "b"}
for k in d:
    d[k] = d[k].upper()
print(d)
it = iter({1: 2}.items())
print(next(it), next(it, "end"))
#: views
d = {"a": 1, "b": 2, "c": 3}
k, v, i = d.keys(), d.values(), d.items()
d["d"] = 4
print(k, v, i, len(k), type(k).__name__, k & {"a", "z"}, k | {"q"} == {"a", "b", "c", "d", "q"}, k - {"a"} == {"b", "c", "d"}, k ^ {"a", "b", "c"}, k == {"a", "b", "c", "d"}, k <= {"a", "b", "c", "d", "e"}, i & {("a", 1)}, k.isdisjoint({"z"}), v.mapping["a"])
print(list(reversed(k)), sorted(i, key=lambda kv: -kv[1])[0], "a" in k, 3 in v, sum(v), max(v), [*k], d.keys() == dict(d).keys(), v == d.values())
#: keys are equal by value
d = {1: "int", 1.0: "float", True: "bool", "1": "str", (1, 2): "tuple", frozenset([1]): "fs", None: "none", b"1": "bytes"}
print(d, d[1], d[frozenset([1])], d[None], len(d))
class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return hash(self.n % 3)
    def __eq__(self, other): return isinstance(other, Key) and self.n == other.n
    def __repr__(self): return f"K{self.n}"
d = {Key(1): "a", Key(4): "b", Key(1): "c"}
print(d, d[Key(4)], Key(7) in d, d.get(Key(7), "no"))
class NoHash:
    def __eq__(self, other): return True
for action in (lambda: {NoHash(): 1}, lambda: hash(NoHash()), lambda: {NoHash()}):
    try:
        action()
    except TypeError as error:
        print(error)
#: __missing__ and subclasses
class Default(dict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value
d = Default(a=1)
print(d["b"], d, d.get("c"), "c" in d, isinstance(d, dict), type(d.copy()).__name__, {**d})
class Upper(dict):
    def __setitem__(self, key, value): super().__setitem__(key.upper(), value)
    def __getitem__(self, key): return super().__getitem__(key.upper())
u = Upper(a=1)
u["b"] = 2
u.update(c=3)
print(u, u["b"], len(u), list(u), u == {"a": 1, "B": 2, "c": 3})
try:
    u["zz"]
except KeyError as error:
    print(error)
#: comprehensions and merging
print({k: v for k, v in zip("abc", range(3)) if v}, {k.upper(): [v] for k, v in {"x": 1}.items()}, {i: {j: i * j for j in range(2)} for i in range(2)})
print({**{"a": 1}, **{"a": 2, "b": 3}}, dict(**{"x": 1}, y=2), {"a": 1} | {"b": 2} | {"a": 3})
words = "the cat the dog the end".split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
groups = {}
for w in words:
    groups.setdefault(len(w), []).append(w)
print(counts, groups, sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))
