"""`slots=True`: the class is made once more, with `__slots__`."""


def _slots_of(cls):
    slots = cls.__dict__.get("__slots__", ())
    return (slots,) if isinstance(slots, str) else tuple(slots)


def add_slots(cls, frozen, weakref_slot, real):
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = [one.name for one in real]
    inherited = [slot for base in cls.__mro__[1:-1] for slot in _slots_of(base)]
    slots = [name for name in names if name not in inherited]
    if weakref_slot and "__weakref__" not in inherited:
        slots.append("__weakref__")
    namespace["__slots__"] = tuple(slots)
    for name in names:
        namespace.pop(name, None)
    for name in ("__dict__", "__weakref__", "__annotations_cache__"):
        namespace.pop(name, None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = qualname
    if frozen:
        if "__getstate__" not in namespace:
            made.__getstate__ = _getstate
        if "__setstate__" not in namespace:
            made.__setstate__ = _setstate
    _replace_class_cells(namespace, cls, made)
    return made


def _getstate(self):
    return [getattr(self, name) for name in self.__dataclass_fields__]


def _setstate(self, state):
    for name, value in zip(self.__dataclass_fields__, state):
        object.__setattr__(self, name, value)


def _replace_class_cells(namespace, old, new):
    """Methods that use `__class__` or `super()` find the new class from now on."""
    for member in namespace.values():
        function = getattr(member, "__wrapped__", getattr(member, "fget", member))
        for cell in getattr(function, "__closure__", None) or ():
            if getattr(cell, "cell_contents", None) is old:
                cell.cell_contents = new
