"""typing: names for annotations, and what programs ask of them at run time.

`_forms` holds `Any`, `Union`, `Literal` and the like, `_parameters` type variables, `_aliases` what subscripting gives, `_generic` classes
with parameters, `_protocols` structural types, `_structures` named tuples and typed dicts, `_hints` functions about hints.
"""

import collections
import collections.abc
import contextlib
import types

from _prelude import ForwardRef, _Union as Union

from typing._aliases import _CallableType, _SpecialGenericAlias, _TupleType
from typing._forms import (
    Annotated,
    Any,
    ClassVar,
    Concatenate,
    Final,
    Literal,
    LiteralString,
    Never,
    NoReturn,
    NotRequired,
    Optional,
    ReadOnly,
    Required,
    Self,
    TypeAlias,
    TypeGuard,
    TypeIs,
    Unpack,
)
from typing._generic import Generic
from typing._hints import (
    NewType,
    assert_never,
    assert_type,
    cast,
    clear_overloads,
    dataclass_transform,
    evaluate_forward_ref,
    final,
    get_args,
    get_origin,
    get_overloads,
    get_type_hints,
    is_typeddict,
    no_type_check,
    overload,
    override,
    reveal_type,
)
from typing._parameters import (
    NoDefault,
    ParamSpec,
    ParamSpecArgs,
    ParamSpecKwargs,
    TypeAliasType,
    TypeVar,
    TypeVarTuple,
    _lazy_type_alias,
    _new_param_spec,
    _new_type_var,
    _new_type_var_tuple,
)
from typing._protocols import (
    Protocol,
    SupportsAbs,
    SupportsBytes,
    SupportsComplex,
    SupportsFloat,
    SupportsIndex,
    SupportsInt,
    SupportsRound,
    get_protocol_members,
    is_protocol,
    runtime_checkable,
)
from typing._structures import NamedTuple, TypedDict

TYPE_CHECKING = False
Text = str
T = TypeVar("T")
KT = TypeVar("KT")
VT = TypeVar("VT")
T_co = TypeVar("T_co", covariant=True)
V_co = TypeVar("V_co", covariant=True)
VT_co = TypeVar("VT_co", covariant=True)
T_contra = TypeVar("T_contra", contravariant=True)
AnyStr = TypeVar("AnyStr", bytes, str)

Tuple = _TupleType(tuple, -1, "Tuple")
Callable = _CallableType(collections.abc.Callable, 2, "Callable")
List = _SpecialGenericAlias(list, 1, "List")
Dict = _SpecialGenericAlias(dict, 2, "Dict")
Set = _SpecialGenericAlias(set, 1, "Set")
FrozenSet = _SpecialGenericAlias(frozenset, 1, "FrozenSet")
Type = _SpecialGenericAlias(type, 1, "Type")
Deque = _SpecialGenericAlias(collections.deque, 1, "Deque")
DefaultDict = _SpecialGenericAlias(collections.defaultdict, 2, "DefaultDict")
OrderedDict = _SpecialGenericAlias(collections.OrderedDict, 2, "OrderedDict")
Counter = _SpecialGenericAlias(collections.Counter, 1, "Counter")
ChainMap = _SpecialGenericAlias(collections.ChainMap, 2, "ChainMap")
ContextManager = _SpecialGenericAlias(contextlib.AbstractContextManager, 2, "ContextManager")
AsyncContextManager = _SpecialGenericAlias(contextlib.AbstractAsyncContextManager, 2, "AsyncContextManager")
AbstractSet = _SpecialGenericAlias(collections.abc.Set, 1, "AbstractSet")
MutableSet = _SpecialGenericAlias(collections.abc.MutableSet, 1, "MutableSet")
Mapping = _SpecialGenericAlias(collections.abc.Mapping, 2, "Mapping")
MutableMapping = _SpecialGenericAlias(collections.abc.MutableMapping, 2, "MutableMapping")
Sequence = _SpecialGenericAlias(collections.abc.Sequence, 1, "Sequence")
MutableSequence = _SpecialGenericAlias(collections.abc.MutableSequence, 1, "MutableSequence")
Hashable = _SpecialGenericAlias(collections.abc.Hashable, 0, "Hashable")
Sized = _SpecialGenericAlias(collections.abc.Sized, 0, "Sized")
Awaitable = _SpecialGenericAlias(collections.abc.Awaitable, 1, "Awaitable")
Coroutine = _SpecialGenericAlias(collections.abc.Coroutine, 3, "Coroutine")
AsyncIterable = _SpecialGenericAlias(collections.abc.AsyncIterable, 1, "AsyncIterable")
AsyncIterator = _SpecialGenericAlias(collections.abc.AsyncIterator, 1, "AsyncIterator")
AsyncGenerator = _SpecialGenericAlias(collections.abc.AsyncGenerator, 2, "AsyncGenerator")
Iterable = _SpecialGenericAlias(collections.abc.Iterable, 1, "Iterable")
Iterator = _SpecialGenericAlias(collections.abc.Iterator, 1, "Iterator")
Reversible = _SpecialGenericAlias(collections.abc.Reversible, 1, "Reversible")
Container = _SpecialGenericAlias(collections.abc.Container, 1, "Container")
Collection = _SpecialGenericAlias(collections.abc.Collection, 1, "Collection")
Generator = _SpecialGenericAlias(collections.abc.Generator, 3, "Generator")
MappingView = _SpecialGenericAlias(collections.abc.MappingView, 1, "MappingView")
KeysView = _SpecialGenericAlias(collections.abc.KeysView, 1, "KeysView")
ItemsView = _SpecialGenericAlias(collections.abc.ItemsView, 2, "ItemsView")
ValuesView = _SpecialGenericAlias(collections.abc.ValuesView, 1, "ValuesView")


class IO(Generic[AnyStr]):
    pass


class TextIO(IO[str]):
    pass


class BinaryIO(IO[bytes]):
    pass
