"""The methods of a dataclass, made from source text so that they have the parameters that the fields ask for."""

from _define import _define

from dataclasses._fields import _FIELD, _FIELD_CLASSVAR, _FIELD_INITVAR, MISSING, FrozenInstanceError


class _HAS_DEFAULT_FACTORY_CLASS:
    __module__ = "dataclasses"

    def __repr__(self):
        return "<factory>"


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


def set_new_attribute(cls, name, value):
    """Sets an attribute that the class itself does not define; whether it does."""
    if name in cls.__dict__:
        return True
    if hasattr(value, "__qualname__"):
        value.__qualname__ = f"{cls.__qualname__}.{value.__name__}"
        value.__module__ = cls.__module__
    type.__setattr__(cls, name, value)
    return False


def add_methods(cls, params, found, real):
    if params.init:
        set_new_attribute(cls, "__init__", _init(cls, params, found))
    if params.repr:
        set_new_attribute(cls, "__repr__", _repr([one for one in real if one.repr]))
    compared = [one for one in real if one.compare]
    if params.eq:
        set_new_attribute(cls, "__eq__", _eq(compared))
    if params.order:
        for name, operator in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if set_new_attribute(cls, name, _order(name, operator, compared)):
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__} Consider using functools.total_ordering"
                )
    if params.frozen:
        for method in _frozen(cls, real):
            if set_new_attribute(cls, method.__name__, method):
                raise TypeError(f"Cannot overwrite attribute {method.__name__} in class {cls.__name__}")


def _init(cls, params, found):
    parameters = [one for one in found.values() if one.init and one._field_type is not _FIELD_CLASSVAR]
    ordered = [one for one in parameters if not one.kw_only]
    named = [one for one in parameters if one.kw_only]
    _check_order(ordered)
    self_name = "__dataclass_self__" if "self" in found else "self"
    globals = {"_HAS_DEFAULT_FACTORY": _HAS_DEFAULT_FACTORY, "_set": object.__setattr__}
    body = []
    for one in found.values():
        line = _init_line(one, params, self_name, globals)
        if line is not None:
            body.append(line)
    if hasattr(cls, "__post_init__"):
        given = ", ".join([one.name for one in found.values() if one._field_type is _FIELD_INITVAR])
        body.append(f"{self_name}.__post_init__({given})")
    names = [self_name, *[one.name for one in ordered]]
    if named:
        names += ["*", *[one.name for one in named]]
    source = _source("__init__", names, body or ["pass"])
    defaults = tuple([_default_of(one) for one in ordered if _has_default(one)])
    keyword_defaults = {one.name: _default_of(one) for one in named if _has_default(one)}
    function = _define(source, globals, defaults, keyword_defaults)
    function.__annotations__ = {**{one.name: one.type for one in ordered + named}, "return": None}
    return function


def _check_order(ordered):
    last = None
    for one in ordered:
        if _has_default(one):
            last = one
        elif last is not None:
            raise TypeError(f"non-default argument {one.name!r} follows default argument {last.name!r}")


def _has_default(one):
    return one.default is not MISSING or one.default_factory is not MISSING


def _default_of(one):
    return _HAS_DEFAULT_FACTORY if one.default is MISSING else one.default


def _init_line(one, params, self_name, globals):
    """The statement of `__init__` that sets a field, if there is one."""
    if one._field_type is not _FIELD:
        return None
    value = one.name
    if one.default_factory is not MISSING:
        factory = f"_factory_{one.name}"
        globals[factory] = one.default_factory
        value = f"{factory}() if {one.name} is _HAS_DEFAULT_FACTORY else {one.name}" if one.init else f"{factory}()"
    elif not one.init:
        if not params.slots or one.default is MISSING:
            return None
        value = f"_default_{one.name}"
        globals[value] = one.default
    if params.frozen:
        return f"_set({self_name}, {one.name!r}, {value})"
    return f"{self_name}.{one.name} = {value}"


def _source(name, parameters, body):
    lines = "\n".join(["    " + line for line in body])
    return f"def {name}({', '.join(parameters)}):\n{lines}\n"


def _tuple_of(owner, fields):
    return "(" + "".join([f"{owner}.{one.name}, " for one in fields]) + ")"


def _repr(fields):
    names = [one.name for one in fields]
    open_reprs = []

    def __repr__(self):
        for other in open_reprs:
            if other is self:
                return "..."
        open_reprs.append(self)
        try:
            parts = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        finally:
            open_reprs.pop()
        return f"{type(self).__qualname__}({parts})"

    return __repr__


def _eq(fields):
    terms = " and ".join([f"self.{one.name} == other.{one.name}" for one in fields]) or "True"
    body = [
        "if self is other:",
        "    return True",
        "if other.__class__ is self.__class__:",
        f"    return {terms}",
        "return NotImplemented",
    ]
    return _define(_source("__eq__", ["self", "other"], body), {})


def _order(name, operator, fields):
    body = [
        "if other.__class__ is self.__class__:",
        f"    return {_tuple_of('self', fields)} {operator} {_tuple_of('other', fields)}",
        "return NotImplemented",
    ]
    return _define(_source(name, ["self", "other"], body), {})


def _frozen(cls, real):
    names = {one.name for one in real}

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def add_hash(cls, params, real, explicit):
    """`__hash__` as the table in the documentation of `unsafe_hash` says."""
    hashed = [one for one in real if (one.compare if one.hash is None else one.hash)]
    if params.unsafe_hash:
        if explicit:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    elif not params.eq or explicit:
        return
    elif not params.frozen:
        cls.__hash__ = None
        return
    function = _define(_source("__hash__", ["self"], [f"return hash({_tuple_of('self', hashed)})"]), {})
    function.__qualname__ = f"{cls.__qualname__}.__hash__"
    cls.__hash__ = function
