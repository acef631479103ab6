#: how hints show themselves
from typing import *

T = TypeVar("T")
print(List[int], Dict[str, int], Optional[int], Union[int, str], Tuple[int, ...], Tuple[()], Set[int], Callable[[int, str], bool], Callable[..., int])
print(Any, List, Optional, Literal, ClassVar[int], Final[int], Iterable[int], Sequence[T], Generator[int, None, str], Awaitable[int], Type[int])
print(list[int], dict[str, list[int]], int | str, int | None, tuple[int, ...], type[int], Literal[1, "a", True], Annotated[int, "meta", 5], Self, Never)
print(T, TypeVar("C", covariant=True), TypeVar("D", contravariant=True), ParamSpec("P"), TypeVarTuple("Ts"), ForwardRef("x"))
print(Union[int, int], Optional[None], Union[str, Union[int, None]], int | int, Optional[int] == Union[int, None], Literal[1, 2] == Literal[2, 1])
print(List["A"], TypeGuard[int], Required, Coroutine[Any, Any, int], AsyncIterator[int], Mapping[str, int], DefaultDict[str, int])
#: origins and arguments
from typing import Annotated, Callable, Dict, List, Literal, Optional, TypeVar, Union, get_args, get_origin

T = TypeVar("T")
for hint in (List[int], Dict[str, int], int | str, Callable[[int], str], Optional[int], Literal[1, "a"], Annotated[int, 1], int, list[int], tuple[int, ...]):
    print(get_origin(hint), get_args(hint))
print(Dict[T, int][str], List[T][int], Union[T, int][str], List[int] == List[int], List[int] == list[int], hash(int | str) == hash(str | int))
#: generic classes
from typing import Generic, TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=int)

class Stack(Generic[T]):
    def __init__(self):
        self.items: list[T] = []
    def push(self, item: T) -> None:
        self.items.append(item)

class Pair(Generic[T, K]):
    pass

class IntStack(Stack[int]):
    pass

s = Stack[int]()
s.push(3)
print(s.items, Stack[int], s.__orig_class__, Stack.__parameters__, Stack.__orig_bases__, Stack.__mro__, type(s))
print(Pair[str, int], Pair[T, int].__parameters__, IntStack.__mro__[1].__name__, IntStack.__orig_bases__, IntStack().items)
class Plain:
    pass
def bare():
    class Bad(Generic):
        pass
for wrong in (lambda: Pair[int], lambda: Stack[int, str], lambda: Plain[int], bare, lambda: Generic[int]):
    try:
        wrong()
    except TypeError as error:
        print(error)
#: type parameters
from typing import Callable

class Box[T]:
    def __init__(self, item: T):
        self.item = item
    def get(self) -> T:
        return self.item

class Sub[T](Box[T]):
    pass

class Many[A, *Ts, **P]:
    pass

def first[T](items: list[T]) -> T:
    return items[0]

def decorate[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    return function

print(Box(1).get(), Box[int], Box.__type_params__, Box.__parameters__, Box.__orig_bases__, Box[int](5).item, Box.__mro__)
print(Many.__type_params__, Sub[int](3).get(), Sub.__mro__)
print(first([1]), first.__type_params__, first.__annotations__, decorate(len)("ab"), decorate.__annotations__)
#: type aliases
type Numbers = list[int]
type Tree[T] = T | list[Tree[T]]
type Broken = Undefined

print(Numbers, Numbers.__value__, Numbers.__name__, type(Numbers), Tree, Tree.__type_params__, Tree[int], Tree.__value__)
try:
    Broken.__value__
except NameError as error:
    print(error)
Undefined = 3
print(Broken.__value__)
#: protocols
from typing import Protocol, SupportsAbs, SupportsIndex, SupportsInt, runtime_checkable

class Sized(Protocol):
    def __len__(self) -> int: ...

@runtime_checkable
class Named(Protocol):
    name: str
    def close(self) -> None: ...

@runtime_checkable
class Closing(Protocol):
    def close(self): ...

class File:
    name = "f"
    def close(self): ...

class Impl(Sized):
    def __len__(self):
        return 4

print(isinstance(File(), Named), isinstance(3, Named), issubclass(File, Closing), issubclass(int, Closing), len(Impl()))
print(isinstance(3, SupportsInt), isinstance("a", SupportsAbs), issubclass(int, SupportsIndex))
for wrong in (lambda: isinstance([], Sized), lambda: Sized(), lambda: issubclass(File, Named)):
    try:
        wrong()
    except TypeError as error:
        print(error)
#: NamedTuple
from typing import NamedTuple

class Employee(NamedTuple):
    """somebody"""
    name: str
    id: int = 3

    def hello(self):
        return f"hello {self.name}"

e = Employee("bob")
print(e, e.hello(), e.id, e._asdict(), Employee._field_defaults, Employee.__annotations__, Employee.__doc__, e == ("bob", 3))
print(isinstance(e, tuple), Employee.__bases__, e._replace(id=9), NamedTuple("P", [("x", int), ("y", int)])(1, 2))
def late():
    class Bad(NamedTuple):
        a: int = 1
        b: int
for wrong in (lambda: Employee(), late):
    try:
        wrong()
    except TypeError as error:
        print(error)
#: TypedDict
from typing import NotRequired, Required, TypedDict, is_typeddict

class Movie(TypedDict):
    title: str
    year: NotRequired[int]

class More(Movie, total=False):
    rating: float
    id: Required[int]

m = Movie(title="x", year=3)
print(m, type(m), Movie.__annotations__, sorted(Movie.__required_keys__), sorted(More.__required_keys__), sorted(More.__optional_keys__))
print(Movie.__total__, More.__total__, Movie.__name__, is_typeddict(Movie), is_typeddict(dict), TypedDict("F", {"x": int})(x=1))
try:
    isinstance({}, Movie)
except TypeError as error:
    print(error)
#: NewType, overload, cast and the markers
from typing import TYPE_CHECKING, Final, NewType, assert_never, cast, final, get_overloads, overload, override

UserId = NewType("UserId", int)
print(UserId(5), UserId, UserId.__supertype__, UserId.__name__)
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x
@final
class Last:
    @override
    def method(self):
        return 1
LIMIT: Final = 10
print(f(1), len(get_overloads(f)), cast(int, "a"), TYPE_CHECKING, Last.__final__, Last().method(), LIMIT)
try:
    assert_never(3)
except AssertionError as error:
    print(error)
#: get_type_hints
from typing import Annotated, ClassVar, Optional, get_type_hints

class A:
    x: int
    y: "str" = "a"
    z: ClassVar[int] = 3
    w: Optional["A"] = None

class B(A):
    v: list["A"]
    u: Annotated[int, "m"]

def f(a: int, b: "A" = None, *args: str, **rest: "int") -> None: ...

print(get_type_hints(A))
print(get_type_hints(B))
print(get_type_hints(B, include_extras=True)["u"], get_type_hints(f))
#: checks against hints
from typing import Any, Callable, Dict, List, Mapping, Optional, Union

print(isinstance(3, int | str), isinstance("a", Union[int, str]), isinstance(None, Optional[int]), issubclass(bool, int | str))
print(isinstance([], List), isinstance({}, Mapping), isinstance(len, Callable))
class Ints(List[int]):
    pass
class Table(Dict[str, int]):
    pass
print(Ints([1]), Ints.__mro__[1], Table(a=1), list[int]([1, 2]), dict[str, int](a=1))
for wrong in (lambda: isinstance([], List[int]), lambda: isinstance([], list[int]), lambda: List[int](), lambda: Any(), lambda: isinstance(1, int | list[int])):
    try:
        wrong()
    except TypeError as error:
        print(error)
