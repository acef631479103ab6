"""Functions and properties that remember their results."""

import types
from collections import namedtuple

from _prelude import _generic_alias

from functools._wrapping import update_wrapper

_CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module="functools")
_MARK = object()


def _key(args, kwargs, typed):
    key = args
    if kwargs:
        key = (*args, _MARK, *kwargs.items())
    if typed:
        key += tuple([type(arg) for arg in args]) + tuple([type(value) for value in kwargs.values()])
    elif len(key) == 1 and type(key[0]) in (int, str):
        return key[0]
    return key


class _lru_cache_wrapper:
    __module__ = "functools"

    def __init__(self, function, maxsize, typed):
        self._function = function
        self._maxsize = maxsize
        self._typed = typed
        self._results = {}
        self._hits = self._misses = 0
        parameters = {"maxsize": maxsize, "typed": typed}
        update_wrapper(self, function)
        self.cache_parameters = lambda: dict(parameters)

    def __call__(self, /, *args, **kwargs):
        results = self._results
        key = _key(args, kwargs, self._typed)
        try:
            known = key in results
        except TypeError:
            # Says what in the key has no hash, not what the key is for.
            hash(key)
            raise
        if known:
            self._hits += 1
            result = results[key]
            if self._maxsize is not None:
                # The one used last is the last to go.
                del results[key]
                results[key] = result
            return result
        self._misses += 1
        result = self._function(*args, **kwargs)
        if self._maxsize != 0:
            if self._maxsize is not None and len(results) >= self._maxsize and key not in results:
                del results[next(iter(results))]
            results[key] = result
        return result

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._results))

    def cache_clear(self):
        self._results.clear()
        self._hits = self._misses = 0

    def __get__(self, instance, owner=None):
        return self if instance is None else types.MethodType(self, instance)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at {id(self):#x}>"


def lru_cache(maxsize=128, typed=False):
    """Remembers results; forgets those that were not asked for longest."""
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _lru_cache_wrapper(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda function: _lru_cache_wrapper(function, maxsize, typed)


def cache(user_function, /):
    return _lru_cache_wrapper(user_function, None, False)


class cached_property:
    """A property that is computed once for each instance."""

    __module__ = "functools"

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(f"Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            values = instance.__dict__
        except AttributeError:
            kind = type(instance).__name__
            raise TypeError(
                f"No '__dict__' attribute on {kind!r} instance to cache {self.attrname!r} property."
            ) from None
        if self.attrname in values:
            return values[self.attrname]
        value = self.func(instance)
        values[self.attrname] = value
        return value

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item)
