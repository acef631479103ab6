"""functools: functions that make functions."""

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    if updated:
        for name, value in getattr(wrapped, "__dict__", {}).items():
            setattr(wrapper, name, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


class partial:
    """A callable with some of the arguments given already."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend(repr(arg) for arg in self.args)
        parts.extend(f"{name}={value!r}" for name, value in self.keywords.items())
        return f"functools.partial({', '.join(parts)})"


_NOTHING = object()


def reduce(function, iterable, initial=_NOTHING, /):
    items = iter(iterable)
    if initial is _NOTHING:
        try:
            initial = next(items)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    for item in items:
        initial = function(initial, item)
    return initial


class _CacheInfo:
    def __init__(self, hits, misses, maxsize, currsize):
        self.hits = hits
        self.misses = misses
        self.maxsize = maxsize
        self.currsize = currsize

    def __repr__(self):
        return f"CacheInfo(hits={self.hits}, misses={self.misses}, maxsize={self.maxsize}, currsize={self.currsize})"


def lru_cache(maxsize=128, typed=False):
    """Remembers results; forgets those that were not asked for longest."""
    if callable(maxsize):
        return lru_cache(128, typed)(maxsize)

    def decorate(function):
        results = {}
        hits = misses = 0

        def wrapper(*args, **kwargs):
            nonlocal hits, misses
            key = (args, tuple(kwargs.items()))
            if typed:
                key += (tuple(type(arg) for arg in args),)
            if key in results:
                hits += 1
                result = results.pop(key)
                results[key] = result
                return result
            misses += 1
            result = function(*args, **kwargs)
            if maxsize != 0:
                results[key] = result
                if maxsize is not None and len(results) > maxsize:
                    del results[next(iter(results))]
            return result

        def cache_info():
            return _CacheInfo(hits, misses, maxsize, len(results))

        def cache_clear():
            nonlocal hits, misses
            results.clear()
            hits = misses = 0

        wrapper.cache_info = cache_info
        wrapper.cache_clear = cache_clear
        return update_wrapper(wrapper, function)

    return decorate


def cache(function, /):
    return lru_cache(None)(function)


class cached_property:
    """A property that is computed once for each instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        values = instance.__dict__
        if self.attrname in values:
            return values[self.attrname]
        value = self.func(instance)
        setattr(instance, self.attrname, value)
        return value


class _Key:
    def __init__(self, compare, value):
        self.compare = compare
        self.value = value

    def __lt__(self, other):
        return self.compare(self.value, other.value) < 0

    def __eq__(self, other):
        return self.compare(self.value, other.value) == 0


def cmp_to_key(mycmp):
    return lambda value: _Key(mycmp, value)


def total_ordering(cls):
    """Fills in the comparisons from `__lt__` and `__eq__`."""
    if "__lt__" in cls.__dict__:
        cls.__gt__ = lambda self, other: not (self < other or self == other)
        cls.__le__ = lambda self, other: self < other or self == other
        cls.__ge__ = lambda self, other: not self < other
    elif "__gt__" in cls.__dict__:
        cls.__lt__ = lambda self, other: not (self > other or self == other)
        cls.__ge__ = lambda self, other: self > other or self == other
        cls.__le__ = lambda self, other: not self > other
    elif "__le__" in cls.__dict__:
        cls.__ge__ = lambda self, other: not self <= other or self == other
        cls.__lt__ = lambda self, other: self <= other and not self == other
        cls.__gt__ = lambda self, other: not self <= other
    elif "__ge__" in cls.__dict__:
        cls.__le__ = lambda self, other: not self >= other or self == other
        cls.__gt__ = lambda self, other: self >= other and not self == other
        cls.__lt__ = lambda self, other: not self >= other
    else:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    return cls


class singledispatch:
    """A function chosen by the type of its first argument."""

    def __init__(self, func):
        self.registry = {object: func}
        update_wrapper(self, func)

    def register(self, cls, func=None):
        if func is None:
            return lambda func: self.register(cls, func)
        self.registry[cls] = func
        return func

    def dispatch(self, cls):
        for base in cls.__mro__:
            if base in self.registry:
                return self.registry[base]
        return self.registry[object]

    def __call__(self, /, *args, **kwargs):
        return self.dispatch(type(args[0]))(*args, **kwargs)
