#: namedtuple
from collections import namedtuple

Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], p._fields, p._asdict(), p._replace(x=9), Point._make([3, 4]), p == (1, 2), hash(p) == hash((1, 2)))
print(Point.__doc__, Point.x.__doc__, isinstance(p, tuple), len(p), *p, Point.__match_args__)
a, b = p
print(a + b, sorted([Point(2, 1), Point(1, 2)]), max(Point(1, 2), Point(1, 3)))
match p:
    case Point(x=1, y=y):
        print("matched", y)
class Named(namedtuple("Named", ["a", "b"], defaults=[5])):
    __slots__ = ()
    @property
    def total(self):
        return self.a + self.b
print(Named(1), Named(1).total, Named._field_defaults)
#: namedtuple refuses
from collections import namedtuple

Point = namedtuple("Point", "x y")
def set_x():
    Point(1, 2).x = 3
for wrong in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(1, z=3), set_x, lambda: namedtuple("P", "a a"),
              lambda: namedtuple("P", "_a"), lambda: namedtuple("P", "class"), lambda: namedtuple("P", "1a"),
              lambda: Point(1, 2)._replace(q=1), lambda: Point._make([1]), lambda: Point(1, 2).z,
              lambda: namedtuple("P", "a", defaults=[1, 2])):
    try:
        wrong()
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
print(namedtuple("R", "a def a _x", rename=True)._fields)
#: deque
from collections import deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, d.pop(), d.popleft(), d, len(d), d[0], d[-1], 2 in d)
d.extend([7, 8])
d.extendleft([9, 10])
d.rotate(2)
print(d)
d.rotate(-1)
print(d, d.index(7), d.count(1))
d.insert(1, "i")
d.remove("i")
d.reverse()
print(d, list(reversed(d)), d.copy() == d, d + deque([1]), deque([1]) * 2, deque([1]) < deque([2]))
d[0] = "z"
del d[1]
print(d, bool(deque()))
last = deque(range(10), maxlen=3)
last.append(99)
last.appendleft(5)
print(last, last.maxlen, [*last])
#: deque refuses
from collections import deque

def mutate():
    q = deque([1, 2])
    for _ in q:
        q.append(3)

full = deque([1], maxlen=1)
for wrong in (lambda: deque().pop(), lambda: deque().popleft(), lambda: deque([1])[5], lambda: deque([1]).remove(3),
              lambda: deque([1]).index(3), mutate, lambda: deque([1, 2])[0:1], lambda: full.insert(0, 2), lambda: deque([], -1),
              lambda: deque(5)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
#: Counter
from collections import Counter

c = Counter("abracadabra")
print(c, c["a"], c["zz"], c.most_common(2), sorted(c.elements()), c.total(), "zz" in c)
c.update("aaa")
c.subtract(b=1, q=2)
print(c)
print(c + Counter(a=1), c - Counter(a=2), c & Counter(a=3, q=1), c | Counter(x=5), +c, -c)
c2 = Counter(a=1, b=2)
c2["c"] += 1
del c2["a"]
del c2["nope"]
c2 += Counter(z=4)
print(c2, c2.copy(), dict(c2), Counter({"x": 3}), Counter([1, 1, 2]).most_common(), Counter())
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1), Counter(a=3) > Counter(a=2))
try:
    Counter.fromkeys("ab")
except NotImplementedError as error:
    print(error)
#: defaultdict
from collections import defaultdict

groups = defaultdict(list)
for word in ("apple", "avocado", "bean"):
    groups[word[0]].append(word)
print(groups, groups["z"], groups.get("q"), len(groups), dict(groups), groups.default_factory, "q" in groups)
counts = defaultdict(int, a=1)
counts["x"] += 5
print(counts, counts | {"z": 1}, counts.copy(), defaultdict(lambda: "none", k=1)["zz"], defaultdict(None, a=1))
tree = defaultdict(lambda: defaultdict(int))
tree["a"]["b"] += 1
print({key: dict(value) for key, value in tree.items()})
for wrong in (lambda: defaultdict()["x"], lambda: defaultdict(3)):
    try:
        wrong()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
#: OrderedDict
from collections import OrderedDict

o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a")
print(o, o.popitem(), o.popitem(last=False), o)
o = OrderedDict([("x", 1), ("y", 2)])
o.move_to_end("y", last=False)
print(o, list(reversed(o)), o == OrderedDict(x=1, y=2), o == dict(x=1, y=2), OrderedDict(), o | {"z": 3}, o.copy())
for wrong in (lambda: o.move_to_end("zz"), lambda: OrderedDict().popitem()):
    try:
        wrong()
    except KeyError as error:
        print(error)
#: ChainMap
from collections import ChainMap

defaults = {"color": "red", "user": "guest"}
given = {"user": "admin"}
chain = ChainMap(given, defaults)
print(chain, chain["user"], chain["color"], list(chain), len(chain), dict(chain), chain.parents, "color" in chain, chain.get("q", 0))
chain["size"] = 5
print(given, chain.new_child({"user": "child"})["user"], sorted(chain.items()), chain.maps)
del chain["size"]
for wrong in (lambda: chain["zz"], lambda: chain.pop("color")):
    try:
        wrong()
    except KeyError as error:
        print(error)
#: UserDict, UserList and UserString
from collections import UserDict, UserList, UserString

class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

u = Upper(a=1)
u["b"] = 2
u.update(c=3)
print(u, u.data, "A" in u, len(u), list(u), u.pop("A"), u.get("zz", 5), dict(u), u == {"B": 2, "C": 3})

class Doubling(UserList):
    def append(self, item):
        super().append(item * 2)

l = Doubling([1, 2])
l.append(3)
print(l, l[0], l[1:], type(l[1:]).__name__, len(l), l + [1], l == [1, 2, 6], l.index(6), sorted(l), 6 in l)
s = UserString("abc")
print(s, s.upper(), s + "d", s[0], len(s), "b" in s, s == "abc", type(s.upper()).__name__, s.split("b"), s.find("c"), repr(s))
