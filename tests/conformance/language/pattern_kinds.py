#: every kind of pattern
class Point:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Color:
    RED = 1
def kind(v):
    match v:
        case None: return "none"
        case True: return "true"
        case 0 | 1: return "small"
        case -1: return "minus one"
        case 3.5: return "float"
        case 2 + 3j: return "complex"
        case "a" "b": return "concatenated"
        case b"x": return "bytes"
        case []: return "empty"
        case [1, 2]: return "exact"
        case [1, *rest]: return f"starts with 1, then {rest}"
        case [first, *_, last] if first == last: return f"framed by {first}"
        case (a, [b, (c, *d)]): return f"nested {a} {b} {c} {d}"
        case [_, _]: return "two"
        case {"type": "point", "x": x, **others}: return f"dict {x} {others}"
        case {"k": [a, b]}: return f"k {a} {b}"
        case {}: return "any dict"
        case Point(0, y=y): return f"on the y axis at {y}"
        case Point(x=x, y=y) if x == y: return f"diagonal {x}"
        case Point(): return "point"
        case int(n) if n > 100: return f"large {n}"
        case str() as s: return f"text {s}"
        case float() | complex(): return "number"
        case Color.RED: return "never, 1 is small"
        case (1 | 2) as both: return both
        case _: return "other"
for v in (None, True, 1, 0, -1, 3.5, 2 + 3j, "ab", b"x", [], (), [1, 2], (1, 5, 6), [7, 8, 7], [1], ["q", ["r", ("s", "t", "u")]], [3, 4], {"type": "point", "x": 1, "z": 2}, {"k": [1, 2]}, {"q": 1}, {}, Point(0, 5), Point(2, 2), Point(1, 2), 500, 7, "hi", 1.25, 1j, {1}, range(2), False, bytearray(b"x"), iter([])):
    print(kind(v))
#: binding happens as patterns match
def f(v):
    match v:
        case [x, 5]: return "first"
        case [x, y] if (z := x + y) > 10: return f"second {z}"
        case [x, y]: return f"third {x} {y} {z}"
print(f([1, 5]), f([6, 7]), f([1, 2]))
match (1, 2):
    case (a, b): pass
print(a, b)
match 5:
    case x if x > 10: pass
print(x)
match {"a": 1, "b": 2}:
    case {"a": n, **rest}: print(n, rest)
match [1, [2, 3]]:
    case [a, [b, *c]] as whole: print(a, b, c, whole)
#: what is a sequence or mapping for match
import collections
def seq(v):
    match v:
        case [*_]: return "sequence"
        case {}: return "mapping"
        case _: return "neither"
class MyList(list): pass
class MyDict(dict): pass
print([seq(v) for v in ([1], (1,), "a", b"a", bytearray(), range(3), {1}, {}, MyList(), MyDict(), collections.deque(), collections.defaultdict(int), (x for x in []), None)])
#: class patterns that go wrong
class NoArgs: pass
class BadArgs:
    __match_args__ = "x"
class Twice:
    __match_args__ = ("x", "x")
    x = 1
class Few:
    __match_args__ = ("x",)
    x = 1
def a(v):
    match v:
        case NoArgs(1): pass
def b(v):
    match v:
        case BadArgs(1): pass
def c(v):
    match v:
        case Twice(1, 1): pass
def d(v):
    match v:
        case Few(1, 2): pass
def e(v):
    match v:
        case int(1, 2): pass
def g(v):
    match v:
        case kind(): pass
kind = 5
def h(v):
    match v:
        case Few(1, x=1): pass
for f, v in ((a, NoArgs()), (b, BadArgs()), (c, Twice()), (d, Few()), (e, 1), (g, 1), (h, Few())):
    try:
        print(f(v))
    except TypeError as error:
        print(error)
#: missing attributes and keys do not match
class P:
    __match_args__ = ("x", "y")
    x = 1
def f(v):
    match v:
        case P(1, 2): return "both"
        case P(1): return "x only"
        case {"a": 1, "b": _}: return "a and b"
        case {"a": 1}: return "a"
        case {"n": None}: return "none"
    return "nothing"
print(f(P()), f({"a": 1, "c": 3}), f({"a": 1, "b": 0}), f({"n": None}), f({"a": 2}), f({"n": 0}))
#: match is a soft keyword
match = [1, 2]
case = 1
print(match[0], match[case])
match match:
    case [case, _]: print(case)
match (1):
    case 1: print("parenthesised")
match 1, 2:
    case 1, 2: print("open tuple")
type = "t"
_ = 5
match 3:
    case _: print(_, type)
#: equality, not identity, and custom __eq__
class Any:
    def __eq__(self, other): return True
    __hash__ = None
match Any():
    case 5: print("equal to 5")
match 1.0:
    case 1: print("1.0 is 1")
match True:
    case 1: print("True is 1")
class Const:
    PI = 3
match 3:
    case Const.PI: print("dotted name")
x = 10
match 11:
    case x: print("captured", x)
