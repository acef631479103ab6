class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Circle:
    def __init__(self, center, r):
        self.center, self.r = center, r


RED, GREEN = 0, 1


class Color:
    RED = 0
    GREEN = 1


def describe(value):
    match value:
        case None:
            return "none"
        case True | False:
            return f"bool {value}"
        case 0 | 1 | 2 as small:
            return f"small {small}"
        case int(n) if n < 0:
            return f"negative {n}"
        case int() | float() as number:
            return f"number {number}"
        case "" | "empty":
            return "empty text"
        case str(text):
            return f"text {text!r}"
        case []:
            return "empty list"
        case [only]:
            return f"one {only}"
        case [first, *middle, last] if first == last:
            return f"same ends {first}, {middle}"
        case (Point(x=0, y=0), Point()):
            return "two points, first at origin"
        case ["go", ("north" | "south") as where, *rest]:
            return f"go {where} {rest}"
        case [1, [2, [x, *_]]]:
            return f"nested {x}"
        case [_, _, *_]:
            return f"sequence of {len(value)}"
        case {}if not value:
            return "empty dict"
        case {"type": "circle", "r": r, **rest}:
            return f"circle {r} {rest}"
        case {"a": {"b": [_, second]}}:
            return f"deep {second}"
        case {1: one}:
            return f"one is {one}"
        case dict():
            return f"dict {sorted(value)}"
        case Point(0, 0):
            return "origin"
        case Point(0, y):
            return f"on y at {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "some point"
        case Circle(center=Point(x=cx), r=r):
            return f"circle at {cx} with {r}"
        case set() | frozenset():
            return f"set {sorted(value)}"
        case _:
            return f"other {type(value).__name__}"


for value in (
    None, True, 0, 2, -5, 10, 2.5, "", "empty", "hi", [], [1], (1,), [1, 2, 1], ["go", "north"], ["go", "south", 1, 2], ["go", "up"],
    [1, [2, [3, 4]]], range(5), {}, {"type": "circle", "r": 2, "fill": True}, {"a": {"b": [1, 2]}}, {1: "x"}, {"z": 1}, Point(0, 0),
    Point(0, 3), Point(2, 2), Point(1, 2), Circle(Point(9, 0), 1), {3, 1}, b"bytes", (Point(0, 0), Point(1, 1)), object,
):
    print(describe(value))


def color(c):
    match c:
        case Color.RED:
            return "red"
        case Color.GREEN:
            return "green"
    return "unknown"


print(color(0), color(1), color(2))
match (1, 2, 3):
    case (a, b, c):
        print(a, b, c)
match {"x": 1, "y": 2}:
    case {"x": x, **others}:
        print(x, others)
x = 5
match x:
    case y if y > 3:
        print("captured", y)


def command(line):
    match line.split():
        case ["quit"]:
            return "bye"
        case ["add", a, b]:
            return int(a) + int(b)
        case ["say", *words]:
            return " ".join(words)
        case [unknown, *_]:
            return f"unknown {unknown}"
        case []:
            return "nothing"


for line in ("quit", "add 2 3", "say hello big world", "fly now", ""):
    print(command(line))
for bad in (lambda: Point(1, 2),):
    try:
        match bad():
            case Point(1, 2, 3):
                pass
    except TypeError as error:
        print(error)
try:
    match 5:
        case int(1, 2):
            pass
except TypeError as error:
    print(error)
match "abc":
    case [a, *b]:
        print("no: strings are no sequences here")
    case str(s):
        print("str", s)
match 1.0:
    case 1:
        print("1.0 is 1")
match -1:
    case -1:
        print("minus one")
match {"k": None}:
    case {"k": None}:
        print("None value")
