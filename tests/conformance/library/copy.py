#: shallow and deep
import copy

a = [1, [2, 3], {"k": [4]}]
b, c = copy.copy(a), copy.deepcopy(a)
print(b == a, b is a, b[1] is a[1], c == a, c[1] is a[1], c[2]["k"] is a[2]["k"])
shared = [1]
twice = copy.deepcopy([shared, shared])
print(twice[0] is twice[1])
loop = []
loop.append(loop)
made = copy.deepcopy(loop)
print(made[0] is made, made is loop)
t1, t2 = (1, 2), ([1],)
print(copy.deepcopy(t1) is t1, copy.copy(t2) is t2, copy.deepcopy(t2) is t2, copy.deepcopy({1, 2}), copy.deepcopy(len) is len)
#: instances
import copy

class Node:
    def __init__(self, value, next=None):
        self.value, self.next = value, next
    def __repr__(self):
        return f"Node({self.value})"

class Tagged(list):
    pass

class Slotted:
    __slots__ = ("a", "b")
    def __init__(self):
        self.a = [1]

n = Node(1, Node(2))
n.me = n
m = copy.deepcopy(n)
print(m, m.next, m.next is n.next, m.me is m, copy.copy(n).next is n.next)
l = Tagged([1, [2]])
l.tag = "t"
d = copy.deepcopy(l)
print(d, type(d).__name__, d.tag, d[1] is l[1], copy.copy(l).tag)
s = copy.deepcopy(Slotted())
print(s.a, hasattr(s, "b"), repr(copy.copy(ValueError("x", 1))))
#: hooks
import copy

class Hooked:
    def __init__(self):
        self.x = [1]
    def __copy__(self):
        print("copy")
        return Hooked()
    def __deepcopy__(self, memo):
        print("deepcopy", type(memo).__name__)
        return Hooked()

class Reduced:
    def __init__(self, x):
        self.x = x
    def __reduce__(self):
        return Reduced, (self.x + 1,)

class State:
    def __init__(self):
        self.a, self.b = 1, 2
    def __getstate__(self):
        return {"a": 10}
    def __setstate__(self, state):
        self.__dict__.update(state, restored=True)

copy.copy(Hooked())
copy.deepcopy([Hooked()])
print(copy.copy(Reduced(1)).x, copy.copy(State()).__dict__)
try:
    copy.copy(i for i in [])
except TypeError as error:
    print(error)
#: replace
import copy
from collections import namedtuple
from dataclasses import dataclass
from types import SimpleNamespace

@dataclass
class Point:
    x: int
    y: int = 0

class Own:
    def __replace__(self, /, **changes):
        return changes

print(copy.replace(Point(1, 2), x=9), copy.replace(namedtuple("P", "a b")(1, 2), b=5), copy.replace(SimpleNamespace(a=1), b=2), copy.replace(Own(), q=1))
try:
    copy.replace(3)
except TypeError as error:
    print(error)
