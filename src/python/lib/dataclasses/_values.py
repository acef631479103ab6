"""Instances of dataclasses as dicts and tuples, and changed copies of them."""

from dataclasses._fields import _FIELD_CLASSVAR, _FIELD_INITVAR, _is_dataclass_instance, fields, MISSING

_ATOMS = (type(None), bool, int, float, str, bytes, complex, type(...), type(NotImplemented), type, range, property)


def asdict(obj, *, dict_factory=dict):
    """The fields of an instance as a dict, those of nested instances too."""
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _as_dict(obj, dict_factory)


def _as_dict(obj, dict_factory):
    kind = type(obj)
    if kind in _ATOMS:
        return obj
    if hasattr(kind, "__dataclass_fields__"):
        return dict_factory([(one.name, _as_dict(getattr(obj, one.name), dict_factory)) for one in fields(obj)])
    return _converted(obj, kind, lambda item: _as_dict(item, dict_factory))


def astuple(obj, *, tuple_factory=tuple):
    """The values of the fields of an instance, those of nested instances too."""
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _as_tuple(obj, tuple_factory)


def _as_tuple(obj, tuple_factory):
    kind = type(obj)
    if kind in _ATOMS:
        return obj
    if hasattr(kind, "__dataclass_fields__"):
        return tuple_factory([_as_tuple(getattr(obj, one.name), tuple_factory) for one in fields(obj)])
    return _converted(obj, kind, lambda item: _as_tuple(item, tuple_factory))


def _converted(obj, kind, convert):
    """A container with its items converted, or a copy of anything else."""
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return kind(*[convert(item) for item in obj])
    if isinstance(obj, (list, tuple)):
        return kind([convert(item) for item in obj])
    if isinstance(obj, dict):
        pairs = [(convert(key), convert(value)) for key, value in obj.items()]
        if not hasattr(kind, "default_factory"):
            return kind(pairs)
        result = kind(obj.default_factory)
        for key, value in pairs:
            result[key] = value
        return result
    from copy import deepcopy

    return deepcopy(obj)


def replace(obj, /, **changes):
    """A new instance with some of the fields changed."""
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for one in self.__dataclass_fields__.values():
        if one._field_type is _FIELD_CLASSVAR:
            continue
        if not one.init:
            if one.name in changes:
                raise TypeError(f"field {one.name} is declared with init=False, it cannot be specified with replace()")
        elif one.name not in changes:
            if one._field_type is _FIELD_INITVAR and one.default is MISSING:
                raise TypeError(f"InitVar {one.name!r} must be specified with replace()")
            changes[one.name] = getattr(self, one.name)
    return self.__class__(**changes)
