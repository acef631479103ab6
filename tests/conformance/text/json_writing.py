#: builtin values
import json

print(json.dumps({"name": "Ada", "tags": ["x", "y"], "age": 36, "ratio": 0.5, "ok": True, "none": None}))
print(json.dumps([]), json.dumps({}), json.dumps(()), json.dumps("é\n\"\\/\t\x01\x7f"), json.dumps(1e16), json.dumps(10**30))
print(json.dumps({1: "a", 2.5: "b", True: "c", None: "d"}))
print(json.dumps([1.0, -0.0, 1e-7, float("nan"), float("inf"), -float("inf")]))
print(json.dumps(3), json.dumps("x"), json.dumps(None), json.dumps((1, (2, 3))))
#: layout
import json

data = {"b": [1, 2, {"c": []}], "a": {}, "z": {"y": {"x": 1}}}
print(json.dumps(data, indent=2))
print(json.dumps(data, indent=4, sort_keys=True))
print(json.dumps(data, indent="--"))
print(json.dumps(data, separators=(",", ":")))
print(json.dumps(data, indent=2, separators=(", ", " = ")))
print(json.dumps([[], {}], indent=0), json.dumps([], indent=2), json.dumps({}, indent=2))
#: other scripts
import json

text = "Größe 😀 ☃"
print(json.dumps(text))
print(json.dumps(text, ensure_ascii=False))
print(json.dumps({text: text}, ensure_ascii=False))
print(json.loads(json.dumps(text)) == text)
#: default
import json


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


def encode(value):
    if isinstance(value, Point):
        return {"x": value.x, "y": value.y}
    if isinstance(value, set):
        return sorted(value)
    raise TypeError(f"cannot encode {type(value).__name__}")


print(json.dumps([Point(1, 2), {3, 1, 2}], default=encode))
print(json.dumps({"p": Point(0, [Point(1, 1)])}, default=vars, indent=1))
print(json.dumps(Point(1, 2), default=lambda p: p.__dict__))
print(json.dumps({"when": {1}}, default=str))
try:
    json.dumps([1, 2, {"a": b"x"}], default=encode)
except TypeError as error:
    print(error, error.__notes__)
#: an encoder of its own
import json


class Money:
    def __init__(self, cents):
        self.cents = cents


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Money):
            return f"{o.cents / 100:.2f} EUR"
        return super().default(o)


print(json.dumps({"price": Money(1999), "list": [Money(5)]}, cls=Encoder))
print(Encoder(indent=2, sort_keys=True).encode({"b": Money(1), "a": 2}))
print(list(Encoder().iterencode([1, {"a": Money(2)}])))
try:
    print(Encoder().encode({"x": object}))
except TypeError as error:
    print(error)
#: what cannot be written
import json

circular = []
circular.append(circular)
loop = {"a": [1]}
loop["a"].append({"b": loop})
cases = {
    "set": lambda: json.dumps({1, 2}),
    "nested": lambda: json.dumps({"a": [1, {"b": {2}}]}),
    "bytes": lambda: json.dumps(b"a"),
    "class": lambda: json.dumps(int),
    "key": lambda: json.dumps({(1, 2): 3}),
    "nan": lambda: json.dumps([float("nan")], allow_nan=False),
    "circular": lambda: json.dumps(circular),
    "loop": lambda: json.dumps(loop),
    "sort": lambda: json.dumps({1: 1, "a": 2}, sort_keys=True),
    "option": lambda: json.dumps([], nonsense=1),
}
for name, call in cases.items():
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error, getattr(error, "__notes__", None))
print(json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))
#: subclasses of builtin types
import json


class Name(str):
    pass


class Table(dict):
    pass


class Row(list):
    pass


class Level(int):
    def __repr__(self):
        return "Level!"


class Rate(float):
    def __repr__(self):
        return "Rate!"


print(json.dumps([Name("n"), Table(a=1), Row([1]), Level(3), Rate(1.5), {Name("k"): 1, Level(2): 2}]))
#: an uncaught error shows its notes
import json

json.dumps({"users": [{"id": {1, 2}}]})
#: files
import io
import json

file = io.StringIO()
json.dump({"a": [1, 2]}, file, indent=1)
print(file.getvalue())
file.seek(0)
print(json.load(file))
