#: annotations are evaluated when they are asked for
class Early:
    other: Late
    same: Early
    count: int = 3
    text: "not evaluated"

try:
    Early.__annotations__
except NameError as error:
    print(error)
class Late:
    pass
print(Early.__annotations__)
print(Early.__annotations__ is Early.__annotations__, Late.__annotations__)
class Child(Early):
    own: str
print(Child.__annotations__)
#: annotations of functions
def f(a: int, /, b: "text" = 2, *args: float, c: list[int], **rest: dict) -> None:
    pass

def g(x, y: unknown):
    pass

print(f.__annotations__)
try:
    g.__annotations__
except NameError as error:
    print(error)
unknown = bytes
print(g.__annotations__, (lambda x: x).__annotations__)
g.__annotations__["z"] = 1
print(g.__annotations__)
g.__annotations__ = {"q": 2}
print(g.__annotations__, f.__annotate__(1) == f.__annotations__)
#: annotationlib
from annotationlib import Format, ForwardRef, get_annotations

class A:
    x: Missing
    y: list[Missing]
    z: Missing | None
    n: int

for name, hint in get_annotations(A, format=Format.FORWARDREF).items():
    print(name, hint)
print(get_annotations(A, format=Format.STRING))
try:
    get_annotations(A)
except NameError as error:
    print(error)
print(list(Format), ForwardRef("x"), ForwardRef("x") == ForwardRef("x"))
#: attributes of functions
def f(a, b=1, *, c=2):
    """doc"""

print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__)
f.__doc__ = "other"
f.__module__ = "elsewhere"
f.__name__ = "g"
f.__defaults__ = (5, 6)
f.extra = 1
print(f.__name__, f.__doc__, f.__module__, f.__dict__, f())
def outer():
    x = 1
    def inner():
        return x
    return inner
print(outer().__closure__[0].cell_contents, f.__closure__, outer().__qualname__)
class C:
    pass
bound = outer.__get__(C())
print(type(bound).__name__, f.__type_params__)
