#: what the decorator adds
from dataclasses import dataclass

@dataclass
class Point:
    x: int
    y: int = 0

p = Point(1, 2)
print(p, Point(1), p == Point(1, 2), p != Point(1), p == (1, 2))
print(Point.__match_args__, Point.__doc__, Point.__hash__, Point.__name__)
print(Point.__init__.__annotations__, Point.__init__.__qualname__, Point.__init__.__defaults__)
match p:
    case Point(1, y):
        print("matched", y)
#: wrong calls
from dataclasses import dataclass

@dataclass
class Point:
    x: int
    y: int
    z: int = 0

@dataclass(kw_only=True)
class Named:
    a: int
    b: int = 1

def refused(call):
    try:
        call()
    except TypeError as error:
        print(error)

refused(lambda: Point())
refused(lambda: Point(1))
refused(lambda: Point(1, 2, 3, 4))
refused(lambda: Point(1, 2, w=3))
refused(lambda: Point(1, 2, x=3))
refused(lambda: Named(1))
refused(lambda: Named(b=2))
refused(lambda: Point(1, 2) < Point(1, 3))
refused(lambda: hash(Point(1, 2)))
print(Named(a=4))
#: order
from dataclasses import dataclass, field

@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    tag: str = field(default="", compare=False, repr=False)

print(sorted([Version(2), Version(1, 5), Version(1, 1, "rc")]))
print(Version(1) < Version(1, 1), Version(1) >= Version(1, 0, "x"), Version(1) == Version(1, 0, "z"))
try:
    Version(1) < 3
except TypeError as error:
    print(error)
try:
    @dataclass(order=True, eq=False)
    class Wrong:
        x: int
except ValueError as error:
    print(error)
try:
    @dataclass(order=True)
    class Twice:
        x: int
        def __lt__(self, other):
            return True
except TypeError as error:
    print(error)
#: frozen
from dataclasses import FrozenInstanceError, dataclass, field

@dataclass(frozen=True)
class Key:
    name: str
    tags: tuple = ()

k = Key("a", ("x",))
for change in ("k.name = 'b'", "del k.name", "k.other = 1"):
    try:
        if change.startswith("k.name"):
            k.name = "b"
        elif change.startswith("del"):
            del k.name
        else:
            k.other = 1
    except FrozenInstanceError as error:
        print(type(error).__mro__[1].__name__, error)
print(hash(k) == hash(Key("a", ("x",))), {k: 1}[Key("a", ("x",))], k)
try:
    @dataclass
    class Thawed(Key):
        extra: int = 0
except TypeError as error:
    print(error)
try:
    @dataclass
    class Base:
        x: int = 0
    @dataclass(frozen=True)
    class Frozen(Base):
        y: int = 0
except TypeError as error:
    print(error)
#: default factories and mutable defaults
from dataclasses import dataclass, field

@dataclass
class Cart:
    owner: str
    items: list[str] = field(default_factory=list)
    prices: dict = field(default_factory=dict, repr=False)

a, b = Cart("a"), Cart("b", ["tea"])
a.items.append("milk")
print(a, b, Cart("c").items, a.items is Cart("a").items)
for default in ([], {}, set()):
    try:
        @dataclass
        class Wrong:
            x: object = default
    except ValueError as error:
        print(error)
try:
    field(default=1, default_factory=list)
except ValueError as error:
    print(error)
try:
    @dataclass
    class Order:
        x: int = 1
        y: int
except TypeError as error:
    print(error)
#: __post_init__, InitVar and ClassVar
from dataclasses import InitVar, dataclass, field, fields
from typing import ClassVar

@dataclass
class Item:
    name: str
    price: float
    count: int = 1
    total: float = field(init=False)
    made: ClassVar[int] = 0
    discount: InitVar[float] = 0.0

    def __post_init__(self, discount):
        self.total = self.price * self.count * (1 - discount)
        Item.made += 1

print(Item("tea", 2.5, 4), Item("milk", 2.0, discount=0.5), Item.made)
print([one.name for one in fields(Item)])
print(InitVar[int])
#: KW_ONLY
from dataclasses import KW_ONLY, dataclass, field

@dataclass
class Options:
    path: str
    _: KW_ONLY
    depth: int
    quiet: bool = False

print(Options("x", depth=2), Options.__match_args__, Options.__doc__)
try:
    Options("x", 2)
except TypeError as error:
    print(error)
try:
    Options("x")
except TypeError as error:
    print(error)
@dataclass
class Mixed:
    a: int = field(kw_only=True, default=1)
    b: int
print(Mixed(5), Mixed(5, a=2))
try:
    @dataclass
    class Twice:
        _: KW_ONLY
        __: KW_ONLY
except TypeError as error:
    print(error)
#: inheritance
from dataclasses import dataclass

@dataclass
class Base:
    a: int
    b: int = 2

@dataclass
class Child(Base):
    c: int = 3
    a: str = "x"

    def shown(self):
        return super().__repr__()

class Plain(Child):
    pass

print(Child(), Child("q", c=9), Child().shown(), Plain("p"))
print(Child() == Plain("x"), Plain("x") == Plain("x"), list(Child.__dataclass_fields__))
#: asdict, astuple and replace
from dataclasses import asdict, astuple, dataclass, field, replace

@dataclass
class Point:
    x: int
    y: int = 0

@dataclass
class Shape:
    origin: Point
    corners: list[Point]
    named: dict[str, Point] = field(default_factory=dict)
    pair: tuple = ()
    id: int = field(init=False, default=7)

s = Shape(Point(1), [Point(2, 3)], {"k": Point(4)}, (Point(5),))
print(asdict(s))
print(astuple(s))
print(asdict(Point(1), dict_factory=lambda pairs: pairs), astuple(Point(1), tuple_factory=list))
print(replace(Point(1, 2), y=5), replace(s, corners=[]))
d = asdict(s)
d["corners"].append(1)
print(len(s.corners))
for wrong in (lambda: replace(s, id=1), lambda: replace(3), lambda: asdict(Point), lambda: astuple(3), lambda: replace(Point(1), z=1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
#: fields
import dataclasses
from dataclasses import dataclass, field, fields, is_dataclass

@dataclass
class Reading:
    value: float = field(default=1.5, metadata={"unit": "ms"})
    tags: list = field(default_factory=list, compare=False)

value, tags = fields(Reading)
print(value)
print(tags.default_factory, tags.default is dataclasses.MISSING, value.metadata["unit"], value.type)
print(is_dataclass(Reading), is_dataclass(Reading()), is_dataclass(int))
print(Reading.__dataclass_params__)
try:
    fields(3)
except TypeError as error:
    print(error)
try:
    @dataclass
    class Wrong:
        x = field(default=3)
except TypeError as error:
    print(error)
#: slots
from dataclasses import dataclass

@dataclass(slots=True)
class Cell:
    x: int
    y: int = 3

    def check(self):
        return __class__ is type(self), super().__repr__()[:2]

c = Cell(1)
print(c, Cell.__slots__, hasattr(c, "__dict__"), c.check())
c.x = 9
print(c.x)
try:
    c.z = 1
except AttributeError as error:
    print(error)

@dataclass(slots=True)
class Wide(Cell):
    z: int = 0
print(Wide(1, 2, 3), Wide.__slots__)
#: make_dataclass
from dataclasses import field, make_dataclass

C = make_dataclass("C", ["a", ("b", int), ("c", int, field(default=5))], namespace={"sum": lambda self: self.b + self.c})
print(C, C(1, 2), C(1, 2).sum())
D = make_dataclass("D", [("e", str, "x")], bases=(C,), frozen=False)
print(D(1, 2), D.__mro__[1].__name__)
for names in (["1a"], ["class"], ["a", "a"]):
    try:
        make_dataclass("X", names)
    except TypeError as error:
        print(error)
#: a class that refers to itself, and recursive reprs
from dataclasses import asdict, dataclass, field

@dataclass
class Node:
    value: int
    next: Node | None = None
    children: list[Node] = field(default_factory=list)
    owner: Unknown | None = None

n = Node(1, Node(2), [Node(3)])
print(n)
print(asdict(n))
n.next = n
print(n)
#: eq, repr, init and unsafe_hash
from dataclasses import dataclass, field

@dataclass(eq=False)
class Same:
    x: int

@dataclass(unsafe_hash=True)
class Hashed:
    x: int
    y: int = field(default=1, hash=False)

@dataclass(repr=False, init=False)
class Own:
    x: int = 5
    def __init__(self):
        self.x = 9

@dataclass
class Written:
    x: int
    def __repr__(self):
        return "written"
    def __eq__(self, other):
        return True

print(Same(1) == Same(1), hash(Hashed(1)) == hash((1,)), hash(Hashed(1, 2)) == hash(Hashed(1, 3)))
print(Own().x, Own() == Own(), Written(1), Written(1) == 3)
#: methods, properties and generics
from dataclasses import dataclass
from functools import cached_property

@dataclass
class Circle:
    radius: float

    @property
    def area(self):
        return 3 * self.radius ** 2

    @cached_property
    def double(self):
        return Circle(self.radius * 2)

    @classmethod
    def unit(cls):
        return cls(1)

    def __add__(self, other):
        return Circle(self.radius + other.radius)

@dataclass
class Box[T]:
    item: T

print(Circle.unit().area, (Circle(1) + Circle(2)).area, Circle(2).double, Box(3), Box[str]("x"))

def local():
    @dataclass
    class Inner:
        x: int
    return Inner(1)
print(local())
