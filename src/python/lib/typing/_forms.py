"""The special forms: names that mean something to type checkers and can be subscripted."""

from _prelude import _union

from typing._aliases import _AnnotatedAlias, _ConcatenateAlias, _GenericAlias, _LiteralAlias, _type_check, _UnpackAlias


class _AnyMeta(type):
    def __instancecheck__(cls, obj):
        if cls is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return type.__instancecheck__(cls, obj)

    def __repr__(cls):
        return "typing.Any" if cls is Any else type.__repr__(cls)


class Any(metaclass=_AnyMeta):
    """Anything."""

    __module__ = "typing"

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return object.__new__(cls)


class _SpecialForm:
    """A form; `subscript` makes what `form[...]` is, if it can be subscripted."""

    __module__ = "typing"

    def __init__(self, name, subscript=None):
        self._name = name
        self._subscript = subscript

    def __getitem__(self, parameters):
        if self._subscript is None:
            raise TypeError(f"{self!r} is not subscriptable")
        return self._subscript(self, parameters)

    def __call__(self, *args, **kwds):
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass {self!r}")

    def __instancecheck__(self, obj):
        raise TypeError(f"{self!r} cannot be used with isinstance()")

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __repr__(self):
        return f"typing.{self._name}"

    def __reduce__(self):
        return self._name


def _one_type(self, parameters):
    return _GenericAlias(self, (_type_check(parameters, f"{self._name} accepts only single type."),))


def _optional(self, parameters):
    return _union(_type_check(parameters, f"{self._name} requires a single type."), None)


def _literal(self, parameters):
    parameters = parameters if isinstance(parameters, tuple) else (parameters,)
    flat = []
    for one in parameters:
        for value in one.__args__ if isinstance(one, _LiteralAlias) else (one,):
            if not any([value == other and type(value) is type(other) for other in flat]):
                flat.append(value)
    return _LiteralAlias(self, tuple(flat))


def _annotated(self, parameters):
    if not isinstance(parameters, tuple) or len(parameters) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
    origin, *metadata = parameters
    if isinstance(origin, _AnnotatedAlias):
        return _AnnotatedAlias(origin.__origin__, (*origin.__metadata__, *metadata))
    return _AnnotatedAlias(origin, tuple(metadata))


def _concatenate(self, parameters):
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    return _ConcatenateAlias(self, parameters if isinstance(parameters, tuple) else (parameters,))


def _unpack(self, parameters):
    return _UnpackAlias(self, (_type_check(parameters, "Unpack accepts only single type."),))


Annotated = _SpecialForm("Annotated", _annotated)
ClassVar = _SpecialForm("ClassVar", _one_type)
Concatenate = _SpecialForm("Concatenate", _concatenate)
Final = _SpecialForm("Final", _one_type)
Literal = _SpecialForm("Literal", _literal)
LiteralString = _SpecialForm("LiteralString")
Never = _SpecialForm("Never")
NoReturn = _SpecialForm("NoReturn")
NotRequired = _SpecialForm("NotRequired", _one_type)
Optional = _SpecialForm("Optional", _optional)
ReadOnly = _SpecialForm("ReadOnly", _one_type)
Required = _SpecialForm("Required", _one_type)
Self = _SpecialForm("Self")
TypeAlias = _SpecialForm("TypeAlias")
TypeGuard = _SpecialForm("TypeGuard", _one_type)
TypeIs = _SpecialForm("TypeIs", _one_type)
Unpack = _SpecialForm("Unpack", _unpack)
