"""dataclasses: classes whose methods follow from their annotated fields (PEP 557).

`_fields` holds what describes a field, `_methods` makes the methods, `_values` copies and converts instances.
"""

import types
from abc import update_abstractmethods

from _prelude import _forward_annotations

from dataclasses._doc import signature_text
from dataclasses._fields import (
    KW_ONLY,
    MISSING,
    Field,
    FrozenInstanceError,
    InitVar,
    _FIELD,
    _FIELD_INITVAR,
    _is_class_var,
    _is_init_var,
    _is_kw_only,
    _make_field,
    field,
    fields,
    is_dataclass,
)
from dataclasses._methods import add_hash, add_methods, set_new_attribute
from dataclasses._slots import add_slots
from dataclasses._values import asdict, astuple, replace, _replace

__all__ = [
    "dataclass",
    "field",
    "Field",
    "FrozenInstanceError",
    "InitVar",
    "KW_ONLY",
    "MISSING",
    "fields",
    "asdict",
    "astuple",
    "make_dataclass",
    "replace",
    "is_dataclass",
]


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args", "kw_only", "slots", "weakref_slot")

    def __init__(self, **options):
        for name, value in options.items():
            setattr(self, name, value)

    def __repr__(self):
        return f"_DataclassParams({','.join([f'{name}={getattr(self, name)!r}' for name in self.__slots__])})"


def dataclass(
    cls=None,
    /,
    *,
    init=True,
    repr=True,
    eq=True,
    order=False,
    unsafe_hash=False,
    frozen=False,
    match_args=True,
    kw_only=False,
    slots=False,
    weakref_slot=False,
):
    """Adds methods to a class that its annotations ask for."""
    params = _DataclassParams(
        init=init,
        repr=repr,
        eq=eq,
        order=order,
        unsafe_hash=unsafe_hash,
        frozen=frozen,
        match_args=match_args,
        kw_only=kw_only,
        slots=slots,
        weakref_slot=weakref_slot,
    )

    def wrap(cls):
        return _process_class(cls, params)

    return wrap if cls is None else wrap(cls)


def _process_class(cls, params):
    found = _inherited_fields(cls, params.frozen)
    own, kw_only_seen = _own_fields(cls, params.kw_only)
    for one in own:
        found[one.name] = one
        if isinstance(getattr(cls, one.name, None), Field):
            if one.default is MISSING:
                delattr(cls, one.name)
            else:
                setattr(cls, one.name, one.default)
    annotated = {one.name for one in own} | kw_only_seen
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotated:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    explicit_hash = _has_explicit_hash(cls)
    if params.order and not params.eq:
        raise ValueError("eq must be true if order is true")
    cls.__dataclass_params__ = params
    cls.__dataclass_fields__ = found
    real = [one for one in found.values() if one._field_type is _FIELD]
    add_methods(cls, params, found, real)
    add_hash(cls, params, real, explicit_hash)
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + signature_text(cls, params, found)
    if params.match_args and "__match_args__" not in cls.__dict__:
        cls.__match_args__ = tuple([one.name for one in found.values() if one.init and not one.kw_only and _in_init(one)])
    set_new_attribute(cls, "__replace__", _replace)
    if params.weakref_slot and not params.slots:
        raise TypeError("weakref_slot is True but slots is False")
    if params.slots:
        cls = add_slots(cls, params.frozen, params.weakref_slot, real)
    update_abstractmethods(cls)
    return cls


def _in_init(one):
    return one._field_type is _FIELD or one._field_type is _FIELD_INITVAR


def _inherited_fields(cls, frozen):
    found = {}
    any_frozen = False
    all_frozen = None
    for base in cls.__mro__[-1:0:-1]:
        base_fields = base.__dict__.get("__dataclass_fields__")
        if base_fields is None:
            continue
        found.update(base_fields)
        params = base.__dict__["__dataclass_params__"]
        all_frozen = params.frozen and all_frozen is not False
        any_frozen = any_frozen or params.frozen
    if all_frozen is not None:
        if any_frozen and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not all_frozen and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return found


def _own_fields(cls, kw_only):
    """The fields of the class's own annotations, and the names of its `KW_ONLY`."""
    own = []
    marks = set()
    for name, annotation in _annotations(cls).items():
        if _is_kw_only(annotation, cls):
            if marks:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            marks.add(name)
            kw_only = True
        else:
            own.append(_make_field(cls, name, annotation, kw_only))
    return own, marks


def _annotations(cls):
    annotate = cls.__annotate__
    if "__annotations__" in cls.__dict__ or annotate is None:
        return cls.__annotations__
    return _forward_annotations(annotate, cls)


def _has_explicit_hash(cls):
    own = cls.__dict__.get("__hash__", MISSING)
    return not (own is MISSING or (own is None and "__eq__" in cls.__dict__))


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, module=None, decorator=dataclass, **options):
    """A dataclass from a list of names, `(name, type)` or `(name, type, field)`."""
    namespace = dict(namespace or {})
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            item = (item, "typing.Any")
        if len(item) == 3:
            defaults[item[0]] = item[2]
        elif len(item) != 2:
            raise TypeError(f"Invalid field: {item!r}")
        _check_name(item[0], annotations)
        annotations[item[0]] = item[1]
    namespace["__annotations__"] = annotations

    def fill(target):
        target.update(namespace)
        target.update(defaults)

    cls = types.new_class(cls_name, bases, {}, fill)
    cls.__module__ = "__main__" if module is None else module
    return decorator(cls, **options)


_KEYWORDS = (
    "False None True and as assert async await break class continue def del elif else except finally for from global if import"
    " in is lambda nonlocal not or pass raise return try while with yield"
).split()


def _check_name(name, seen):
    if not isinstance(name, str) or not name.isidentifier():
        raise TypeError(f"Field names must be valid identifiers: {name!r}")
    if name in _KEYWORDS:
        raise TypeError(f"Field names must not be keywords: {name!r}")
    if name in seen:
        raise TypeError(f"Field name duplicated: {name!r}")
