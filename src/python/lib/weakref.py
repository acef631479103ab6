"""weakref: references and containers that do not keep objects alive. The containers look for the dead when they are used."""

from collections.abc import MutableMapping, MutableSet

from _prelude import ReferenceType

ref = ReferenceType
ProxyTypes = ()

__all__ = ["ref", "ReferenceType", "WeakSet", "WeakKeyDictionary", "WeakValueDictionary", "WeakMethod", "finalize", "proxy"]


def proxy(object, callback=None, /):
    """Stands for an object as long as that is alive."""
    if callback is None:
        return _Proxy(ref(object))
    stand_in = _Proxy(None)
    _Proxy.__init__(stand_in, ref(object, lambda reference: callback(stand_in)))
    return stand_in


def _alive(proxy):
    target = object.__getattribute__(proxy, "_reference")()
    if target is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return target


class _Proxy:
    def __init__(self, reference):
        object.__setattr__(self, "_reference", reference)

    def __getattribute__(self, name):
        return getattr(_alive(self), name)

    def __setattr__(self, name, value):
        setattr(_alive(self), name, value)

    def __delattr__(self, name):
        delattr(_alive(self), name)

    def __str__(self):
        return str(_alive(self))

    def __call__(self, *args, **kwargs):
        return _alive(self)(*args, **kwargs)

    def __len__(self):
        return len(_alive(self))

    def __iter__(self):
        return iter(_alive(self))

    def __getitem__(self, key):
        return _alive(self)[key]

    def __setitem__(self, key, value):
        _alive(self)[key] = value

    def __contains__(self, item):
        return item in _alive(self)

    def __bool__(self):
        return bool(_alive(self))

    def __eq__(self, other):
        return _alive(self) == other


class WeakMethod:
    """A method whose object is not kept alive."""

    def __init__(self, method, callback=None):
        if not hasattr(method, "__self__") or not hasattr(method, "__func__"):
            raise TypeError(f"argument should be a bound method, not {type(method)}")
        self._object = ref(method.__self__, callback)
        self._function = method.__func__

    def __call__(self):
        target = self._object()
        return None if target is None else self._function.__get__(target)


class _Finalizer:
    def __init__(self, weakref, func, args, kwargs):
        self.weakref = weakref
        self.func = func
        self.args = args
        self.kwargs = kwargs
        self.atexit = True


class finalize:
    """A call that is made when an object dies, or at the end of the program."""

    __slots__ = ()
    # Those that are to be called, oldest first.
    _registry = {}
    _shutdown = False
    _registered_with_atexit = False

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._registered_with_atexit:
            import atexit

            atexit.register(finalize._exitfunc)
            finalize._registered_with_atexit = True
        finalize._registry[self] = _Finalizer(ref(obj, self), func, args, kwargs or None)

    def __call__(self, _=None):
        entry = self._registry.pop(self, None)
        if entry is not None and not self._shutdown:
            return entry.func(*entry.args, **(entry.kwargs or {}))

    def detach(self):
        entry = self._registry.get(self)
        obj = entry and entry.weakref()
        if obj is not None and self._registry.pop(self, None):
            return obj, entry.func, entry.args, entry.kwargs or {}

    def peek(self):
        entry = self._registry.get(self)
        obj = entry and entry.weakref()
        if obj is not None:
            return obj, entry.func, entry.args, entry.kwargs or {}

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        entry = self._registry.get(self)
        return bool(entry) and entry.atexit

    @atexit.setter
    def atexit(self, value):
        entry = self._registry.get(self)
        if entry:
            entry.atexit = bool(value)

    def __repr__(self):
        entry = self._registry.get(self)
        obj = entry and entry.weakref()
        if obj is None:
            return f"<{type(self).__name__} object at {id(self):#x}; dead>"
        return f"<{type(self).__name__} object at {id(self):#x}; for {type(obj).__name__!r} at {id(obj):#x}>"

    @classmethod
    def _exitfunc(cls):
        import sys

        while pending := [finalizer for finalizer, entry in cls._registry.items() if entry.atexit]:
            finalizer = pending[-1]
            try:
                finalizer()
            except Exception:
                sys.excepthook(*sys.exc_info())
        finalize._shutdown = True


class WeakSet(MutableSet):
    """A set that an object leaves when it dies."""

    def __init__(self, data=None):
        self._references = []
        for item in data or ():
            self.add(item)

    def _living(self):
        self._references = [reference for reference in self._references if reference() is not None]
        return [item for item in [reference() for reference in self._references] if item is not None]

    def __iter__(self):
        return iter(self._living())

    def __len__(self):
        return len(self._living())

    def __contains__(self, item):
        return item in self._living()

    def add(self, item):
        if item not in self._living():
            self._references.append(ref(item))

    def discard(self, item):
        self._references = [reference for reference in self._references if reference() is not None and reference() != item]

    def remove(self, item):
        if item not in self:
            raise KeyError(item)
        self.discard(item)

    def update(self, other):
        for item in other:
            self.add(item)

    def copy(self):
        return WeakSet(self)

    def __repr__(self):
        return repr({reference for reference in self._references})


class WeakValueDictionary(MutableMapping):
    """A dict that forgets a key when its value dies."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def _living(self):
        for key in [key for key, reference in self.data.items() if reference() is None]:
            del self.data[key]
        return self.data

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = ref(value)

    def __delitem__(self, key):
        del self._living()[key]

    def __iter__(self):
        return iter(list(self._living()))

    def __len__(self):
        return len(self._living())

    def __contains__(self, key):
        return key in self._living()

    def valuerefs(self):
        return list(self._living().values())

    def __repr__(self):
        return f"<WeakValueDictionary at {id(self):#x}>"


class WeakKeyDictionary(MutableMapping):
    """A dict that forgets a key when it dies."""

    def __init__(self, dict=None):
        # Pairs of a reference and a value: a reference to the dead has no hash.
        self._pairs = []
        if dict is not None:
            self.update(dict)

    def _living(self):
        self._pairs = [pair for pair in self._pairs if pair[0]() is not None]
        return self._pairs

    def _find(self, key):
        for pair in self._living():
            if pair[0]() is key or pair[0]() == key:
                return pair
        return None

    def __getitem__(self, key):
        pair = self._find(key)
        if pair is None:
            raise KeyError(ref(key))
        return pair[1]

    def __setitem__(self, key, value):
        pair = self._find(key)
        if pair is None:
            self._pairs.append([ref(key), value])
        else:
            pair[1] = value

    def __delitem__(self, key):
        pair = self._find(key)
        if pair is None:
            raise KeyError(ref(key))
        self._pairs.remove(pair)

    def __iter__(self):
        return iter([key for key in [pair[0]() for pair in self._living()] if key is not None])

    def __len__(self):
        return len(self._living())

    def __contains__(self, key):
        return self._find(key) is not None

    def keyrefs(self):
        return [pair[0] for pair in self._living()]

    def __repr__(self):
        return f"<WeakKeyDictionary at {id(self):#x}>"
