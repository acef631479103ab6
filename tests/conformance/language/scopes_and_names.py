#: nonlocal and global
x = "global"
def outer():
    x = "outer"
    def inner():
        nonlocal x
        x = "changed"
        def deepest():
            global x
            x = "global changed"
        deepest()
    inner()
    return x
print(outer(), x)
def counter():
    n = 0
    def increment(by=1):
        nonlocal n
        n += by
        return n
    return increment
a, b = counter(), counter()
print(a(), a(5), b(), a.__closure__[0].cell_contents, a.__code__.co_freevars)
global y
y = 5
print(y)
def define():
    global made, Made
    def made(): return "made"
    class Made: pass
define()
print(made(), Made.__qualname__, made.__qualname__)
#: unbound names
def before():
    print(v)
    v = 1
def deleted():
    v = 1
    del v
    return v
def branch(flag):
    if flag:
        w = 1
    return w
def free():
    def inner():
        return z
    if False:
        z = 1
    return inner()
for f in (before, deleted, lambda: branch(False), free, lambda: undefined, lambda: pirnt(1), lambda: math.pi):
    try:
        f()
    except NameError as error:
        print(type(error).__name__, error)
try:
    del nothing
except NameError as error:
    print(error)
#: closures see the variable, not its value
fs = [lambda: i for i in range(3)]
print([f() for f in fs], [f() for f in [lambda i=i: i for i in range(3)]])
def make():
    fs = []
    for i in range(3):
        def f(): return i
        fs.append(f)
    i = "last"
    return [f() for f in fs]
print(make())
def late():
    def f(): return value
    value = 7
    return f
print(late()())
#: comprehension scopes
x = "outside"
print([x for x in range(3)], x, {x: y for x, y in [(1, 2)]}, x)
print([(x, y) for x in range(3) if x for y in range(x) if y == 0], [[j for j in range(i)] for i in range(3)])
print([last := i for i in range(4)], last)
def f():
    total = 0
    partial = [total := total + n for n in range(4)]
    return total, partial
print(f())
class C:
    size = 3
    items = [i for i in range(size)]
    try:
        bad = [size for _ in range(1)]
    except NameError as error:
        bad = str(error)
print(C.items, C.bad)
print([i for i in range(5) if (half := i // 2) > 0], half, any((found := n) > 2 for n in [1, 3, 5]), found)
print([lambda: i for i in range(2)][0](), list(map(lambda f: f(), [lambda: k for k in range(2)])))
#: the walrus
data = [1, 2, 3]
if (n := len(data)) > 2:
    print(n)
while (item := data.pop()) > 1:
    print("popped", item)
print((y := 5) + y, [z := 1, z + 1], f"{(w := 3)}", w, {"k": (v := 2)}, v)
def f(x): return x
print(f(q := 4), q, (lambda: (p := 6) + p)())
#: del in all forms
a, b, c = 1, [1, 2, 3, 4], {"x": 1, "y": 2}
class Box: pass
box = Box()
box.attr = 1
del a, b[0], b[-1:], c["x"], box.attr
print(b, c, vars(box))
d = e = 1
del (d, e)
f = g = 1
del [f], (g)
try:
    d
except NameError as error:
    print(error)
for statement in (lambda: c.__delitem__("z"), lambda: b.__delitem__(9), lambda: delattr(box, "attr")):
    try:
        statement()
    except (KeyError, IndexError, AttributeError) as error:
        print(type(error).__name__, error)
#: assignment forms
a = b = c = []
b.append(1)
(d, e), f = (1, 2), 3
[g, h] = "xy"
i, (j, [k, *l]), *m = 1, (2, [3, 4, 5]), 6, 7
*n, o = range(3)
p, = [9]
print(a, c is a, d, e, f, g, h, i, j, k, l, m, n, o, p)
x = [0, 1, 2]
i = 0
i, x[i] = 1, "set"
print(i, x)
x = y = 1
x, y = y + 1, x + 5
print(x, y)
t = 1, *[2, 3], *"ab"
print(t, [*t, *t][:3])
for wrong in (lambda: exec("a, b = 1"), lambda: exec("a, b = 1, 2, 3"), lambda: exec("a, b, *c = [1]"), lambda: exec("a, b = None"), lambda: exec("(a, b), c = 1, 2"), lambda: exec("a, b = {1}")):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(error)
#: unpacking errors
def check(action):
    try:
        action()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
def two(value):
    a, b = value
def star(value):
    a, *b, c = value
def nested(value):
    a, (b, c) = value
for value in (1, None, [1], [1, 2, 3], "abc", iter([1, 2, 3]), {1: 2}, (x for x in [])):
    check(lambda: two(value))
check(lambda: star([1]))
check(lambda: star(5))
check(lambda: nested([1, 2]))
check(lambda: nested([1, [2]]))
check(lambda: [x for x, y in [(1,)]])
check(lambda: {**5})
check(lambda: [*5])
check(lambda: {**{"a": 1}, **[1]})
check(lambda: dict(**{1: 2}))
#: augmented assignment evaluates its target once
def log(name, value):
    print(name, end=" ")
    return value
class Box:
    def __init__(self): self.n = 1
    def __getitem__(self, key):
        print("get", key, end=" ")
        return 10
    def __setitem__(self, key, value): print("set", key, value)
box = Box()
log("box", box)[log("key", "k")] += log("value", 5)
log("box", box).n += log("value", 2)
print(box.n)
a = [[1], [2]]
a[0] += [5]
b = a[1]
b *= 2
print(a)
t = ([1],)
try:
    t[0] += [2]
except TypeError as error:
    print(error, t)
x = 5
x += 1; x -= 2; x *= 3; x //= 2; x **= 2; x %= 7; x <<= 2; x >>= 1; x |= 8; x &= 12; x ^= 5
print(x)
s = {1}
s2 = s
s |= {2}
s -= {1}
s ^= {3}
s &= {2, 3}
print(s, s2 is s)
f = 7.0
f /= 2
f //= 1
print(f)
#: evaluation order
def v(x):
    print(x, end=" ")
    return x
print(v(1) + v(2) * v(3) - v(4), v(1) < v(2) < v(0) < v(9), v(0) or v(2) and v(3))
d = {v("a"): v(1), v("b"): v(2)}
l = [v(1), *v([2]), v(3)]
print(v("x") if v(False) else v("y"))
a = [0, 0]
a[v(0)], a[v(1)] = v(5), v(6)
print(a[v(0):v(2):v(1)])
v(print)(v(1), k := v(2), sep=v("-"))
x = y = v(3)
assert v(1) == v(1) != v(2)
print(v(1) in [v(1)], not v(0), -v(5), v(2) ** v(3), v("f").upper().lower())
#: chained comparisons evaluate once
calls = []
def mid():
    calls.append(1)
    return 5
print(1 < mid() < 10, 1 < mid() > 10, len(calls), 1 < 2 < 3 != 4 == 4 >= 4, 1 < 3 < 2, 3 > 2 in [2])
print(None is None, [] == [] is not [], not 1 == 2, (1 < 2) == True, 1 < 2 == True)
#: and, or, not give values
print(0 or "a", "" or [] or 0, 1 and 2, 1 and 0 and 2, not [], not 1, None or False, [] and 5, "x" and "y" or "z", 5 if [] else 6)
class Truthless:
    def __bool__(self): return 5
class Lengthless:
    def __len__(self): return -1
class Lengthy:
    def __len__(self): return "a"
for value in (Truthless(), Lengthless(), Lengthy()):
    try:
        print(bool(value))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(bool(NotImplemented) if False else "skip")
try:
    bool(NotImplemented)
except TypeError as error:
    print(error)
#: names that are not ASCII, and odd ones
größe = 5
π = 3.14
变量 = "x"
_ = 1
__x__ = 2
print(größe, π, 变量, _, __x__, ﬁ := 3, fi)
match = case = type = soft = 1
match, case = 2, 3
print(match, case, type)
print(__name__, __debug__, __doc__)
#: locals and globals
def f(a, b=2):
    c = 3
    def inner(): return a
    names = sorted(locals())
    return names, locals()["c"]
print(f(1))
g = globals()
print("f" in g, g["__name__"], type(g).__name__)
globals()["made"] = 5
print(made)
def snapshot():
    x = 1
    before = locals()
    x = 2
    before["x"] = 99
    return x, before["x"], locals()["x"]
print(snapshot())
class C:
    a = 1
    print(sorted(k for k in locals() if k[0] != "_"))
#: annotations
def f(a: int, b: "str" = 1, *args: float, c: undefined_name = 2, **kw: list[int]) -> None: pass
class C:
    x: int
    y: str = "a"
    z: "later"
    def m(self) -> "C": return self
v: int = 3
w: undefined_too
print(f.__annotations__ if False else "lazy", C.__annotations__, C.y, hasattr(C, "x"), v)
try:
    f.__annotations__
except NameError as error:
    print(error)
def g(a: int, *, b: str | None = None) -> dict[str, list[int]]: pass
print(g.__annotations__, g.__annotations__["b"], C.m.__annotations__)
(p): int = 5
box = {}
box["k"]: int = 7
print(p, box)
try:
    w
except NameError as error:
    print(error)
#: docstrings
"""not a docstring"""
def f():
    """First line.

    Indented.
    """
class C:
    "Class doc."
    def m(self): 'method'
def no(): pass
def fs(): f"not {1}"
print(repr(f.__doc__), C.__doc__, C.m.__doc__, no.__doc__, fs.__doc__, C().__doc__, __doc__)
C.__doc__ = "changed"
print(C.__doc__)
#: Ellipsis and NotImplemented
print(..., Ellipsis is ..., type(...).__name__, NotImplemented, repr(NotImplemented), [..., 1], {...: 1})
def todo(): ...
print(todo())
class A:
    def __add__(self, other): return NotImplemented
    def __lt__(self, other): return NotImplemented
    def __eq__(self, other): return NotImplemented
for action in (lambda: A() + A(), lambda: A() < 5, lambda: 5 < A(), lambda: A() + 1, lambda: 1 + A(), lambda: A() == A(), lambda: A() != 5):
    try:
        print(action())
    except TypeError as error:
        print(error)
#: statements on one line, comments and line joining
x = 1; y = 2; print(x, y)
if x: print("one line")
else: pass
for i in range(2): print(i, end=" "); print()
total = (1 +
         2 +  # a comment
         3)
text = "a" \
    "b"
class P: pass
def f(): return 1
while False: pass
print(total, text, f(), [
    1,
    2,
], {"a": 1,
    })
if True:
	print("tab")
print("semicolon");
