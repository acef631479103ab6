"""functools: functions that make functions, one concept a module."""

from functools._caches import cache, cached_property, lru_cache
from functools._dispatch import singledispatch, singledispatchmethod
from functools._orders import cmp_to_key, total_ordering
from functools._partial import Placeholder, partial, partialmethod
from functools._wrapping import WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, update_wrapper, wraps

__all__ = [
    "update_wrapper",
    "wraps",
    "WRAPPER_ASSIGNMENTS",
    "WRAPPER_UPDATES",
    "total_ordering",
    "cache",
    "cmp_to_key",
    "lru_cache",
    "reduce",
    "partial",
    "partialmethod",
    "singledispatch",
    "singledispatchmethod",
    "cached_property",
    "Placeholder",
]

_NOTHING = object()


def reduce(function, iterable, /, initial=_NOTHING):
    """Combines the items from left to right."""
    if not hasattr(type(iterable), "__iter__") and not hasattr(type(iterable), "__getitem__"):
        raise TypeError("reduce() arg 2 must support iteration")
    items = iter(iterable)
    if initial is _NOTHING:
        try:
            initial = next(items)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    for item in items:
        initial = function(initial, item)
    return initial
