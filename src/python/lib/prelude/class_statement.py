"""What a `class` statement asks for, and what a class tells of itself."""


def _prepare_class(name, bases, metaclass, /, **kwargs):
    """Bases, metaclass and namespace of a class whose bases or metaclass are not plain (`__build_class__`, Python/bltinmodule.c)."""
    resolved = _resolve_bases(bases)
    if metaclass is None:
        metaclass = type(resolved[0]) if resolved else type
    if isinstance(metaclass, type):
        metaclass = _most_derived(metaclass, resolved)
    prepare = getattr(metaclass, "__prepare__", None)
    namespace = {} if prepare is None else prepare(name, resolved, **kwargs)
    if not hasattr(namespace, "__getitem__"):
        meta = metaclass.__name__ if isinstance(metaclass, type) else "<metaclass>"
        raise TypeError(f"{meta}.__prepare__() must return a mapping, not {_type_name(namespace)}")
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    return resolved, metaclass, namespace


def _resolve_bases(bases):
    """What stands for bases that are no classes, such as `Generic[T]` (PEP 560)."""
    if all([isinstance(base, type) for base in bases]):
        return bases
    resolved = []
    for base in bases:
        if isinstance(base, type) or not hasattr(base, "__mro_entries__"):
            resolved.append(base)
        else:
            entries = base.__mro_entries__(bases)
            if not isinstance(entries, tuple):
                raise TypeError("__mro_entries__ must return a tuple")
            resolved.extend(entries)
    return tuple(resolved)


def _most_derived(metaclass, bases):
    for base in bases:
        meta = type(base)
        if issubclass(metaclass, meta):
            continue
        if not issubclass(meta, metaclass):
            raise TypeError(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass"
                " of the metaclasses of all its bases"
            )
        metaclass = meta
    return metaclass


def _load_name(namespace, name, *outer):
    """A name in a class body whose namespace is no dict; `outer` is what it means outside of the class."""
    try:
        return namespace[name]
    except KeyError:
        pass
    if outer:
        return outer[0]
    raise NameError(f"name '{name}' is not defined", name=name)


def _store_name(namespace, name, value):
    namespace[name] = value


def _delete_name(namespace, name):
    del namespace[name]


def _function_annotations(function):
    annotate = function.__annotate__
    found = {} if annotate is None else annotate(1)
    function.__annotations__ = found
    return found


def _class_annotations(cls):
    namespace = cls.__dict__
    if "__annotations__" in namespace:
        return namespace["__annotations__"]
    if "__annotations_cache__" in namespace:
        return namespace["__annotations_cache__"]
    if cls.__module__ == "builtins":
        raise AttributeError(f"type object {cls.__name__!r} has no attribute '__annotations__'")
    annotate = namespace.get("__annotate_func__")
    found = {} if annotate is None else annotate(1)
    type.__setattr__(cls, "__annotations_cache__", found)
    return found


class mappingproxy:
    """A mapping that shows another one and cannot be changed."""

    __slots__ = ("_mapping",)

    def __init__(self, mapping):
        if not hasattr(mapping, "__getitem__") or isinstance(mapping, (list, tuple)):
            raise TypeError(f"mappingproxy() argument must be a mapping, not {_type_name(mapping)}")
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)

    def __len__(self):
        return len(self._mapping)

    def __reversed__(self):
        return reversed(self._mapping)

    def __eq__(self, other):
        return self._mapping == (other._mapping if isinstance(other, mappingproxy) else other)

    def __hash__(self):
        return hash(self._mapping)

    def __or__(self, other):
        return self._mapping | (other._mapping if isinstance(other, mappingproxy) else other)

    def __ror__(self, other):
        return (other._mapping if isinstance(other, mappingproxy) else other) | self._mapping

    def __repr__(self):
        return f"mappingproxy({self._mapping!r})"

    def __str__(self):
        return str(self._mapping)

    def get(self, key, default=None, /):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()


mappingproxy.__module__ = "builtins"


def _announce_class(cls, names, hook, **kwargs):
    for name, value in names:
        try:
            type(value).__set_name__(value, cls, name)
        except Exception as error:
            error.add_note(f"Error calling __set_name__ on {type(value).__name__!r} instance {name!r} in {cls.__name__!r}")
            raise
    if hook:
        super(cls, cls).__init_subclass__(**kwargs)
    return cls
