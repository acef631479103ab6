"""The base classes of enums: `Enum`, and those whose members are ints and strings."""

from enum._type import EnumType, _Bases, property


class Enum(metaclass=EnumType):
    __module__ = "enum"

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for found in cls._member_map_.values():
                if found._value_ == value:
                    return found
        return _missing(cls, value)

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last_value = sorted(last_values).pop()
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last_value + 1
        except TypeError:
            raise TypeError(f"unable to increment {last_value!r}") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def _add_alias_(self, name):
        self.__class__._member_map_[name] = self
        type.__setattr__(self.__class__, name, self)

    def _add_value_alias_(self, value):
        self.__class__._value2member_map_[value] = self

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {_value_repr(self)}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __dir__(self):
        own = [name for cls in type(self).mro() for name in cls.__dict__ if name[0] != "_" and name not in cls._member_map_]
        return sorted({"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value", *own})

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


def _value_repr(self):
    kind = type(self)._member_type_
    if "__dataclass_fields__" in kind.__dict__ and kind.__dataclass_params__.repr:
        shown = [name for name, one in kind.__dataclass_fields__.items() if one.repr]
        return ", ".join([f"{name}={getattr(self._value_, name)!r}" for name in shown])
    return repr(self._value_)


def _missing(cls, value):
    """What `_missing_` makes of a value that no member has."""
    error = None
    try:
        result = cls._missing_(value)
    except Exception as raised:
        error = raised
        result = None
    if isinstance(result, cls):
        return result
    if _Bases.Flag is not None and issubclass(cls, _Bases.Flag) and cls._boundary_.name == "EJECT" and isinstance(result, int):
        return result
    invalid = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    if result is None and error is None:
        raise invalid
    if error is None:
        error = TypeError(f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member")
    if not isinstance(error, ValueError):
        error.__context__ = invalid
    raise error


_Bases.Enum = Enum


class ReprEnum(Enum):
    """Only `repr()` is Enum's; `str()` and `format()` are those of the value."""

    __module__ = "enum"


_Bases.ReprEnum = ReprEnum


class IntEnum(int, ReprEnum):
    __module__ = "enum"


class StrEnum(str, ReprEnum):
    __module__ = "enum"

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f"too many arguments for str(): {values!r}")
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f"{values[0]!r} is not a string")
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f"encoding must be a string, not {values[1]!r}")
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f"errors must be a string, not {values[2]!r}")
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()
