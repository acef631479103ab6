"""namedtuple: a tuple whose items have names."""

from _define import _define

_KEYWORDS = (
    "False None True and as assert async await break class continue def del elif else except finally for from global if import"
    " in is lambda nonlocal not or pass raise return try while with yield"
).split()


class _tuplegetter:
    """The attribute that reads one item."""

    __module__ = "collections"

    def __init__(self, index, doc):
        self._index = index
        self.__doc__ = doc

    def __get__(self, instance, owner=None):
        return self if instance is None else tuple.__getitem__(instance, self._index)

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, instance):
        raise AttributeError("can't delete attribute")

    def __repr__(self):
        return f"_tuplegetter({self._index}, {self.__doc__!r})"


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    if rename:
        names = _renamed(names)
    _check(str(typename), names)
    default_values = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError("Got more default values than field names")
        default_values = dict(zip(names[len(names) - len(defaults) :], defaults))
    return _make_class(str(typename), tuple(names), default_values, module)


def _renamed(names):
    seen = set()
    result = []
    for at, name in enumerate(names):
        bad = not name.isidentifier() or name in _KEYWORDS or name.startswith("_") or name in seen
        result.append(f"_{at}" if bad else name)
        seen.add(name)
    return result


def _check(typename, names):
    for name in (typename, *names):
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _KEYWORDS:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in names:
        if name.startswith("_") and not (name[1:].isdigit()):
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)


def _make_class(typename, names, default_values, module):
    parameters = ", ".join(["_cls", *names])
    items = "".join([f"{name}, " for name in names])
    source = f"def __new__({parameters}):\n    return _tuple_new(_cls, ({items}))\n"
    new = _define(source, {"_tuple_new": tuple.__new__}, tuple(default_values.values()))
    new.__doc__ = f"Create new instance of {typename}({', '.join(names)})"

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != len(names):
            raise TypeError(f"Expected {len(names)} arguments, got {len(result)}")
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(names, self)])
        if kwds:
            raise TypeError(f"Got unexpected field names: {list(kwds)!r}")
        return result

    def __repr__(self):
        return f"{self.__class__.__name__}({', '.join([f'{name}={value!r}' for name, value in zip(names, self)])})"

    def _asdict(self):
        return dict(zip(names, self))

    def __getnewargs__(self):
        return tuple(self)

    for method in (new, _make, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f"{typename}.{method.__name__}"
    namespace = {
        "__doc__": f"{typename}({', '.join(names)})",
        "__slots__": (),
        "__module__": "__main__" if module is None else module,
        "_fields": names,
        "_field_defaults": default_values,
        "__new__": new,
        "_make": classmethod(_make),
        "__replace__": _replace,
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": names,
    }
    for at, name in enumerate(names):
        namespace[name] = _tuplegetter(at, f"Alias for field number {at}")
    return type(typename, (tuple,), namespace)
