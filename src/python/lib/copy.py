"""copy: copies of objects, shallow and deep."""


class Error(Exception):
    pass


error = Error
_ATOMS = (type(None), int, float, bool, complex, str, bytes, tuple, frozenset, type, range, slice, property, type(...), type(NotImplemented))


def _is_atom(cls):
    return cls in _ATOMS or issubclass(cls, type) or cls.__name__ in ("function", "builtin_function_or_method", "code", "ref")


def copy(x):
    """A copy whose parts are the original's own."""
    cls = type(x)
    if _is_atom(cls):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    reduced = _reduced(cls, x)
    if isinstance(reduced, str):
        return x
    return _rebuild(x, reduced, None)


def deepcopy(x, memo=None):
    """A copy whose parts are copies, too; parts that occur twice are copied once."""
    if memo is None:
        memo = {}
    known = memo.get(id(x), memo)
    if known is not memo:
        return known
    cls = type(x)
    if _is_atom(cls) and cls is not tuple and cls is not frozenset:
        return x
    made = _deep(cls, x, memo)
    if made is not x:
        memo[id(x)] = made
        memo.setdefault(id(memo), []).append(x)
    return made


def _deep(cls, x, memo):
    if cls is list:
        made = memo[id(x)] = []
        for item in x:
            made.append(deepcopy(item, memo))
        return made
    if cls is dict:
        made = memo[id(x)] = {}
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
        return made
    if cls is tuple:
        return _deep_tuple(x, memo)
    if cls is set or cls is frozenset:
        return cls([deepcopy(item, memo) for item in x])
    if cls is bytearray:
        return x.copy()
    method = getattr(x, "__deepcopy__", None)
    if method is not None:
        return method(memo)
    if cls.__name__ == "method" and hasattr(x, "__func__"):
        return cls(x.__func__, deepcopy(x.__self__, memo))
    reduced = _reduced(cls, x)
    if isinstance(reduced, str):
        return x
    return _rebuild(x, reduced, memo)


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


_NO_COPIES = (
    "generator",
    "coroutine",
    "async_generator",
    "module",
    "frame",
    "Task",
    "Future",
    "lock",
    "RLock",
    "list_iterator",
    "dict_keys",
    "dict_values",
    "dict_items",
)


def _reduced(cls, x):
    """How to make the object again: what its `__reduce_ex__` says, or the parts of a plain instance."""
    for name, args in (("__reduce_ex__", (4,)), ("__reduce__", ())):
        method = getattr(cls, name, None)
        if method is not None:
            return method(x, *args)
    if cls.__name__ in _NO_COPIES:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    return _plain_parts(cls, x)


def _plain_parts(cls, x):
    """As `object.__reduce_ex__(4)`: class, arguments of `__new__`, state, items of a list and of a dict."""
    args = ()
    if hasattr(cls, "__getnewargs_ex__"):
        args, kwargs = x.__getnewargs_ex__()
        make = lambda *given: cls.__new__(cls, *given, **kwargs)
    else:
        if hasattr(cls, "__getnewargs__"):
            args = x.__getnewargs__()
        elif isinstance(x, BaseException):
            args = x.args
        elif isinstance(x, (int, float, str, bytes, tuple, frozenset, complex)):
            args = (_payload(x),)
        make = (lambda *given: cls(*given)) if isinstance(x, BaseException) else (lambda *given: cls.__new__(cls, *given))
    items = _payload(x)
    appended = list(items) if isinstance(items, (list, bytearray, set)) else None
    pairs = list(items.items()) if isinstance(items, dict) else None
    return make, args, _state(cls, x), appended, pairs


def _state(cls, x):
    if hasattr(cls, "__getstate__"):
        return x.__getstate__()
    state = dict(x.__dict__) if hasattr(x, "__dict__") else {}
    slots = {}
    for base in cls.__mro__:
        names = base.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                slots[name] = getattr(x, name)
    if slots:
        return state or None, slots
    return state or None


def _rebuild(x, reduced, memo):
    make, args, state, items, pairs = (*reduced, None, None, None)[:5]
    deep = memo is not None
    if deep:
        args = [deepcopy(arg, memo) for arg in args]
    made = make(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        _set_state(made, deepcopy(state, memo) if deep else state)
    for item in items or ():
        item = deepcopy(item, memo) if deep else item
        made.add(item) if isinstance(made, set) else made.append(item)
    for key, value in pairs or ():
        if deep:
            key, value = deepcopy(key, memo), deepcopy(value, memo)
        made[key] = value
    return made


def _set_state(made, state):
    if hasattr(made, "__setstate__"):
        made.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        made.__dict__.update(state)
    for name, value in (slots or {}).items():
        object.__setattr__(made, name, value)


def replace(obj, /, **changes):
    """A copy with some of its fields changed."""
    method = getattr(type(obj), "__replace__", None)
    if method is None:
        raise TypeError(f"replace() does not support {type(obj).__name__} objects")
    return method(obj, **changes)
