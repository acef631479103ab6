"""collections.abc: what containers, iterators and callables can do, as classes to check against and to inherit from.

Many recognize a class by its methods; the rest know the builtin types that are registered with them.
"""

from collections._one_trick import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Buffer,
    Callable,
    Collection,
    Container,
    Coroutine,
    Generator,
    Hashable,
    Iterable,
    Iterator,
    Reversible,
    Sized,
)
from collections._mappings import ItemsView, KeysView, Mapping, MappingView, MutableMapping, ValuesView
from collections._sequences import MutableSequence, Sequence
from collections._sets import MutableSet, Set

__all__ = [
    "Awaitable",
    "Coroutine",
    "AsyncIterable",
    "AsyncIterator",
    "AsyncGenerator",
    "Hashable",
    "Iterable",
    "Iterator",
    "Generator",
    "Reversible",
    "Sized",
    "Container",
    "Callable",
    "Collection",
    "Set",
    "MutableSet",
    "Mapping",
    "MutableMapping",
    "MappingView",
    "KeysView",
    "ItemsView",
    "ValuesView",
    "Sequence",
    "MutableSequence",
    "Buffer",
]
