#: members
from enum import Enum

class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def describe(self):
        return f"{self.name.lower()} is {self.value}"

    @classmethod
    def default(cls):
        return cls.GREEN

print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value)
print(Color(2), Color["GREEN"], Color.CRIMSON is Color.RED, Color.default().describe())
print(list(Color), len(Color), Color, type(Color.RED), isinstance(Color.RED, Color))
print(Color.__members__)
print(Color.RED in Color, 1 in Color, 9 in Color, list(reversed(Color)), bool(Color))
print(f"{Color.RED} {Color.RED!r} {Color.RED:>12}|", "%s" % Color.RED, str(Color.GREEN))
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.GREEN, {Color.RED: "x"}, hash(Color.RED) == hash("RED"))
#: what enums refuse
from enum import Enum

class Color(Enum):
    RED = 1
    GREEN = 2

def change():
    Color.RED = 5

def delete():
    del Color.RED

def set_value():
    Color.RED.value = 3

def extend():
    class More(Color):
        BLUE = 3

def twice():
    class Twice(Enum):
        A = 1
        A = 2

def sunder():
    class Sunder(Enum):
        _x_ = 1

def order():
    class Order(Enum, int):
        A = 1

for wrong in (lambda: Color(9), lambda: Color["X"], lambda: Color.X, lambda: Color.RED < Color.GREEN,
              change, delete, set_value, extend, twice, sunder, order):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
#: auto
from enum import Enum, auto

class Number(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()

class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.title() + str(count)

    NORTH = auto()
    SOUTH = auto()

class Pair(Enum):
    X = auto(), "x"
    Y = auto(), "y"

print(list(Number), list(Named), list(Pair))
try:
    class Wrong(Enum):
        A = "a"
        B = auto()
except TypeError as error:
    print(error)
#: IntEnum
from enum import IntEnum

class Level(IntEnum):
    LOW = 1
    HIGH = 2

print(Level.LOW < Level.HIGH, Level.LOW + 1, Level.LOW == 1, str(Level.LOW), repr(Level.LOW))
print(f"{Level.LOW} {Level.HIGH:03d}", [10, 20, 30][Level.LOW], {1: "a"}[Level.LOW], int(Level.HIGH))
print(sorted([Level.HIGH, Level.LOW]), max(Level), sum(Level), Level(1), Level.LOW.bit_length(), Level.LOW in (1, 2))
class Zero(IntEnum):
    NONE = 0
print(bool(Zero.NONE), Zero.NONE or "false", Level.__mro__)
#: StrEnum and mixins
from enum import Enum, StrEnum, auto

class Tag(StrEnum):
    FIRST = auto()
    SECOND_ONE = auto()
    X = "xx"

class Suit(str, Enum):
    HEARTS = "h"

class Size(float, Enum):
    SMALL = 0.5

print(Tag.FIRST, repr(Tag.SECOND_ONE), Tag.X + "!", Tag.X == "xx", Tag("first"), Tag.X.upper(), ",".join(Tag))
print(f"{Tag.X:>5}|", {"xx": 1}[Tag.X], isinstance(Tag.X, str))
print(Suit.HEARTS, repr(Suit.HEARTS), Suit.HEARTS == "h", f"{Suit.HEARTS}", Suit("h"), Size.SMALL * 2, repr(Size.SMALL))
try:
    class Wrong(StrEnum):
        A = 1
except TypeError as error:
    print(error)
#: Flag
from enum import Flag, auto

class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W

print(Perm.R | Perm.W, repr(Perm.R | Perm.X), Perm.RW, repr(Perm.RW), list(Perm), list(Perm.RW), len(Perm.RW))
print(Perm.R in Perm.RW, Perm.X in Perm.RW, ~Perm.R, repr(~Perm.R), Perm.R & Perm.W, repr(Perm.R & Perm.W), Perm.R ^ Perm.RW)
print(bool(Perm.R & Perm.W), Perm(0), Perm(7), Perm.R.value, (Perm.R | Perm.X).name, Perm(0).name, Perm["RW"])
total = Perm(0)
for one in Perm:
    total |= one
print(total, total.value)
for wrong in (lambda: Perm(8), lambda: Perm.R | 1, lambda: 1 in Perm.R, lambda: Perm("x")):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
#: IntFlag and boundaries
from enum import CONFORM, EJECT, KEEP, STRICT, Flag, IntFlag, auto

class Mode(IntFlag):
    R = 4
    W = 2
    X = 1

print(Mode.R | Mode.W, repr(Mode.R | Mode.W), repr(Mode(7)), repr(Mode(8)), repr(Mode.R | 8), Mode.R + 1)
print(~Mode.R, repr(~Mode.R), list(Mode(5)), repr(Mode.R | 1), repr(Mode(0)), Mode.R | 1)

class Conform(Flag, boundary=CONFORM):
    A = auto()
    B = auto()

class Eject(Flag, boundary=EJECT):
    A = auto()
    B = auto()

class Keep(Flag, boundary=KEEP):
    A = auto()
    B = auto()

print(repr(Conform(5)), repr(Eject(5)), repr(Keep(5)), STRICT)
#: the functional form
from enum import Enum, IntEnum

Animal = Enum("Animal", "ANT BEE CAT")
Start = Enum("Start", ["X", "Y"], start=10)
Letter = Enum("Letter", {"P": "p", "Q": "q"})
Num = IntEnum("Num", [("M", 5), ("N", 6)])
print(list(Animal), Animal.ANT.value, list(Start), list(Letter), Letter, list(Num), Num.N > 5)
class Empty(Enum):
    def hello(self):
        return f"hello {self.name}"
print(Empty("Made", "A B").A.hello())
try:
    Empty(1)
except TypeError as error:
    print(error)
#: members with several values
from enum import Enum

class Planet(Enum):
    EARTH = (5.976e24, 6.37814e6)
    MARS = (6.421e23, 3.3972e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return round(6.673e-11 * self.mass / self.radius ** 2, 2)

class Coordinate(bytes, Enum):
    def __new__(cls, value, label):
        made = bytes.__new__(cls, [value])
        made._value_ = value
        made.label = label
        return made

    PX = (0, "P.X")
    PY = (1, "P.Y")

for planet in Planet:
    print(planet.name, planet.gravity, planet.value)
print(Planet((6.421e23, 3.3972e6)), Coordinate.PY, Coordinate(1).label)
#: _missing_, nested classes and what is no member
from enum import Enum, member, nonmember

class Answer(Enum):
    YES = "y"
    NO = "n"

    @classmethod
    def _missing_(cls, value):
        for one in cls:
            if one.value == str(value).lower():
                return one
        return None

class Parts(Enum):
    _ignore_ = ["helper"]
    helper = 5
    A = helper
    B = [1, 2]
    C = member(len)
    D = nonmember(7)
    class Inner:
        pass
    def method(self):
        return "m"
    double = property(lambda self: self.value * 2)

print(Answer("Y"), Answer("NO"))
try:
    Answer("maybe")
except ValueError as error:
    print(error)
print(list(Parts), Parts.D, Parts.Inner, Parts([1, 2]), Parts.A.method(), Parts.A.double)
#: unique and verify
from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, Enum, Flag, unique, verify

def checked(make):
    try:
        print(make())
    except ValueError as error:
        print(error)

def duplicate():
    @unique
    class Mistake(Enum):
        ONE = 1
        TWO = 2
        UNO = 1
    return Mistake

def gap():
    @verify(CONTINUOUS)
    class Gap(Enum):
        A = 1
        B = 4
    return Gap

def unnamed():
    @verify(NAMED_FLAGS)
    class Bits(Flag):
        A = 1
        C = 7
    return Bits

def fine():
    @verify(UNIQUE, CONTINUOUS)
    class Fine(Enum):
        A = 1
        B = 2
    return Fine

for make in (duplicate, gap, unnamed, fine):
    checked(make)
#: own texts, order and matching
from enum import Enum
from functools import total_ordering

@total_ordering
class Day(Enum):
    MON = 1
    TUE = 2

    def __str__(self):
        return self.name.title()

    def __lt__(self, other):
        return self.value < other.value

    @property
    def next(self):
        days = list(Day)
        return days[(days.index(self) + 1) % len(days)]

print(Day.MON, f"{Day.TUE}", repr(Day.MON), Day.MON.next, Day.TUE.next, sorted([Day.TUE, Day.MON]), Day.TUE >= Day.MON)
for day in Day:
    match day:
        case Day.MON:
            print("monday")
        case Day.TUE:
            print("tuesday")
class Base(Enum):
    def hello(self):
        return "hello " + self.name
class Derived(Base):
    Z = 1
print(Derived.Z.hello(), Derived.Z)
