"""Flags: enums whose members can be combined with `|`, `&`, `^` and `~`."""

from enum._members import Enum, IntEnum, ReprEnum, StrEnum
from enum._namespace import auto
from enum._type import _Bases


class FlagBoundary(StrEnum):
    """What happens to bits that no member has."""

    __module__ = "enum"

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(value):
    """The single bits of a value, the lowest first."""
    while value > 0:
        bit = value & -value
        yield bit
        value ^= bit


def _bin(value, width):
    """In two's complement, the sign apart: `0b0 0011`."""
    sign = "1" if value < 0 else "0"
    digits = bin(value & ((1 << max(value.bit_length(), width)) - 1))[2:]
    fill = "1" if value < 0 else "0"
    return f"0b{sign} {digits.rjust(width, fill)}"


class Flag(Enum, boundary=STRICT):
    __module__ = "enum"

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last_value = max(last_values)
        try:
            high_bit = last_value.bit_length() - 1
        except Exception:
            raise TypeError(f"invalid flag value {last_value!r}") from None
        return 2 ** (high_bit + 1)

    @classmethod
    def _iter_member_(cls, value):
        """The members of single bits that are in a value."""
        found = [cls._value2member_map_.get(bit) for bit in _bits(value & cls._flag_mask_)]
        return sorted([one for one in found if one is not None], key=lambda one: one._sort_order_)

    @classmethod
    def _missing_(cls, value):
        """A combination of members, made when it is first asked for."""
        if not isinstance(value, int):
            raise ValueError(f"{value!r} is not a valid {cls.__qualname__}")
        mask, all_bits = cls._flag_mask_, cls._all_bits_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                raise ValueError(_out_of_bounds(cls, value, mask))
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value += max(all_bits + 1, 2 ** value.bit_length())
        negative = value if value < 0 else None
        if value < 0:
            value = all_bits + 1 + value if cls._boundary_ in (EJECT, KEEP) else cls._singles_mask_ & value
        made = _combination(cls, value)
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            own, given = type(self).__qualname__, type(other).__qualname__
            raise TypeError(f"unsupported operand type(s) for 'in': {given!r} and {own!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        name = type(self).__name__
        return f"<{name}: {self._value_!r}>" if self._name_ is None else f"<{name}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        name = type(self).__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def _get_value(self, flag):
        if isinstance(flag, self.__class__):
            return flag._value_
        if self._member_type_ is not object and isinstance(flag, self._member_type_):
            return int(flag)
        return NotImplemented

    def __or__(self, other):
        value = self._get_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._get_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._get_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


def _out_of_bounds(cls, value, mask):
    width = max(value.bit_length(), mask.bit_length())
    return f"{cls!r} invalid value {value!r}\n    given {_bin(value, width)}\n  allowed {_bin(mask, width)}"


def _combination(cls, value):
    made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
    made._value_ = value
    made._name_ = None
    made.__objclass__ = cls
    members = cls._iter_member_(value & cls._singles_mask_)
    combined = 0
    for one in members:
        combined |= one._value_
    rest = value & ~cls._singles_mask_
    if rest:
        for other in cls._member_map_.values():
            if other not in members and other._value_ and other._value_ & value == other._value_:
                members.append(other)
                combined |= other._value_
    unknown = value ^ combined
    if members:
        made._name_ = "|".join([one._name_ for one in members])
        if unknown:
            made._name_ += f"|{cls._numeric_repr_(unknown)}"
    return made


_Bases.Flag = Flag


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    __module__ = "enum"


def show_flag_values(value):
    return list(_bits(int(value)))
