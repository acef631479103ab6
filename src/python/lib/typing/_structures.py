"""Named tuples and typed dicts, as classes with annotations."""

from collections import namedtuple

from _prelude import _forward_annotations

from typing._aliases import _GenericAlias, _type_check
from typing._generic import Generic


def _annotations(namespace, owner):
    annotate = namespace.get("__annotate_func__")
    if annotate is None:
        return dict(namespace.get("__annotations__", {}))
    return _forward_annotations(annotate, owner)


def _checked(types, message):
    return {name: _type_check(kind, f"{message} {name!r} must be a type") for name, kind in types.items()}


_RESERVED = ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults", "_field_types", "_make", "_replace", "_asdict", "_source")
_DROPPED = ("__module__", "__name__", "__annotations__", "__annotate_func__", "__orig_bases__", "__qualname__", "__doc__")


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        types = _checked(_annotations(namespace, None), "field")
        defaults = []
        for name in types:
            if name in namespace:
                defaults.append(name)
            elif defaults:
                plural = "s" if len(defaults) > 1 else ""
                raise TypeError(f"Non-default namedtuple field {name} cannot follow default field{plural} {', '.join(defaults)}")
        values = [namespace[name] for name in defaults]
        made = namedtuple(typename, types, defaults=values, module=namespace["__module__"])
        made.__bases_given__ = bases
        made.__qualname__ = namespace.get("__qualname__", typename)
        made.__new__.__annotations__ = types
        made.__annotations__ = types
        made.__orig_bases__ = namespace.get("__orig_bases__", (NamedTuple,))
        for name, value in namespace.items():
            if name in _RESERVED:
                raise AttributeError(f"Cannot overwrite NamedTuple attribute {name}")
            if name not in _DROPPED and name not in types:
                setattr(made, name, value)
        if namespace.get("__doc__"):
            made.__doc__ = namespace["__doc__"]
        if Generic in bases:
            made.__class_getitem__ = classmethod(lambda cls, item: _GenericAlias(cls, item))
        return made


class _NamedTuple(metaclass=type):
    pass


class _Structure:
    """`NamedTuple` or `TypedDict`: a base that stands for another one, and a function."""

    __module__ = "typing"

    def __init__(self, name, base, call):
        self.__name__ = self.__qualname__ = name
        self._base = base
        self._call = call

    def __mro_entries__(self, bases):
        return (self._base,)

    def __call__(self, *args, **kwargs):
        return self._call(*args, **kwargs)

    def __repr__(self):
        return f"<function {self.__name__} at {id(self):#x}>"


def _new_named_tuple(typename, fields=(), /):
    types = {name: kind for name, kind in fields}
    types = _checked(types, "field")
    made = namedtuple(typename, list(types))
    made.__annotations__ = types
    made.__new__.__annotations__ = types
    made.__orig_bases__ = (NamedTuple,)
    return made


_named_tuple_base = type.__new__(_NamedTupleMeta, "_NamedTuple", (), {"__module__": "typing"})
_NamedTuple = _named_tuple_base
NamedTuple = _Structure("NamedTuple", _NamedTuple, _new_named_tuple)


def _qualifiers(kind):
    """What `Required`, `NotRequired` and `ReadOnly` say of a key."""
    found = []
    while isinstance(kind, _GenericAlias) and getattr(kind.__origin__, "_name", None) in ("Required", "NotRequired", "ReadOnly"):
        found.append(kind.__origin__._name)
        kind = kind.__args__[0]
    return found


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True, closed=None, extra_items=None):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict base class")
        generic = (Generic,) if Generic in bases else ()
        own = _checked(_annotations(namespace, None), f"{name}[]:")
        made = type.__new__(cls, name, (*generic, dict), dict(namespace))
        annotations = {}
        required, optional, readonly = set(), set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= getattr(base, "__required_keys__", frozenset())
            optional |= getattr(base, "__optional_keys__", frozenset())
            readonly |= getattr(base, "__readonly_keys__", frozenset())
        for key, kind in own.items():
            annotations[key] = kind
            marks = _qualifiers(kind)
            is_required = "Required" in marks or total and "NotRequired" not in marks
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
            if "ReadOnly" in marks:
                readonly.add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(readonly)
        made.__mutable_keys__ = frozenset([key for key in annotations if key not in readonly])
        made.__total__ = total
        if "__orig_bases__" not in namespace:
            made.__orig_bases__ = bases
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")


def _new_typed_dict(typename, fields, /, *, total=True, closed=None, extra_items=None):
    namespace = {"__annotations__": dict(fields), "__module__": "__main__"}
    made = _TypedDictMeta(typename, (), namespace, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, "TypedDict", (), {"__module__": "typing"})
TypedDict = _Structure("TypedDict", _TypedDict, _new_typed_dict)
