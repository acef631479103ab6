"""typing: names for annotations, which nothing checks."""


class _Form:
    """A special form: can be subscripted, and remembers with what."""

    def __init__(self, name, args=None, origin=None):
        self._name = name
        self.__args__ = args
        self.__origin__ = origin

    def __getitem__(self, item):
        return _Form(self._name, item if isinstance(item, tuple) else (item,), self)

    def __call__(self, *args, **kwargs):
        raise TypeError(f"Cannot instantiate typing.{self._name}")

    def __or__(self, other):
        return _Form("Union", (self, other), Union)

    def __ror__(self, other):
        return _Form("Union", (other, self), Union)

    def __mro_entries__(self, bases):
        return (Generic,)

    def __repr__(self):
        if self.__args__ is None:
            return f"typing.{self._name}"
        return f"typing.{self._name}[{', '.join(_type_repr(arg) for arg in self.__args__)}]"


def _type_repr(kind):
    if kind is None or kind is type(None):
        return "None"
    if kind is ...:
        return "..."
    if isinstance(kind, list):
        return f"[{', '.join(_type_repr(item) for item in kind)}]"
    if isinstance(kind, type):
        return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    return repr(kind)


class Generic:
    def __class_getitem__(cls, item):
        return cls


class Protocol(Generic):
    pass


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__bound__ = bound
        self.__constraints__ = constraints

    def __repr__(self):
        return f"~{self.__name__}"

    def __or__(self, other):
        return _Form("Union", (self, other))


ParamSpec = TypeVarTuple = TypeVar

Any = _Form("Any")
AnyStr = TypeVar("AnyStr")
AsyncGenerator = _Form("AsyncGenerator")
AsyncIterable = _Form("AsyncIterable")
AsyncIterator = _Form("AsyncIterator")
Awaitable = _Form("Awaitable")
Annotated = _Form("Annotated")
Callable = _Form("Callable")
ClassVar = _Form("ClassVar")
Collection = _Form("Collection")
Concatenate = _Form("Concatenate")
Coroutine = _Form("Coroutine")
Counter = _Form("Counter")
DefaultDict = _Form("DefaultDict")
Deque = _Form("Deque")
Dict = _Form("Dict")
Final = _Form("Final")
FrozenSet = _Form("FrozenSet")
Generator = _Form("Generator")
Hashable = _Form("Hashable")
Iterable = _Form("Iterable")
Iterator = _Form("Iterator")
List = _Form("List")
Literal = _Form("Literal")
Mapping = _Form("Mapping")
MutableMapping = _Form("MutableMapping")
MutableSequence = _Form("MutableSequence")
Never = _Form("Never")
NoReturn = _Form("NoReturn")
Optional = _Form("Optional")
OrderedDict = _Form("OrderedDict")
Self = _Form("Self")
Sequence = _Form("Sequence")
Set = _Form("Set")
Sized = _Form("Sized")
Tuple = _Form("Tuple")
Type = _Form("Type")
TypeAlias = _Form("TypeAlias")
TypeGuard = _Form("TypeGuard")
Union = _Form("Union")
Unpack = _Form("Unpack")

TYPE_CHECKING = False
Text = str


def NewType(name, tp):
    def convert(value):
        return value

    convert.__name__ = convert.__qualname__ = name
    convert.__supertype__ = tp
    return convert


def cast(typ, val):
    return val


def overload(func):
    return func


def final(f):
    return f


def override(method, /):
    return method


def no_type_check(arg):
    return arg


def runtime_checkable(cls):
    return cls


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    return dict(getattr(obj, "__annotations__", {}))


class TypedDict(dict):
    def __init_subclass__(cls, total=True):
        pass
