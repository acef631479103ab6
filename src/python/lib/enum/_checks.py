"""Decorators that check an enum or change how it shows itself."""

import sys

from enum._flags import Flag
from enum._members import StrEnum


class EnumCheck(StrEnum):
    """What `verify` can check."""

    __module__ = "enum"

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


def _aliases(enumeration):
    return [(name, one._name_) for name, one in enumeration.__members__.items() if name != one._name_]


def unique(enumeration):
    """Refuses two names for one value."""
    duplicates = _aliases(enumeration)
    if duplicates:
        details = ", ".join([f"{alias} -> {name}" for alias, name in duplicates])
        raise ValueError(f"duplicate values found in {enumeration!r}: {details}")
    return enumeration


class verify:
    """Checks an enum as the given `EnumCheck`s say."""

    __module__ = "enum"

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                duplicates = _aliases(enumeration)
                if duplicates:
                    details = ", ".join([f"{alias} -> {name}" for alias, name in duplicates])
                    raise ValueError(f"aliases found in {enumeration!r}: {details}")
            elif check is CONTINUOUS:
                _check_continuous(enumeration)
            elif check is NAMED_FLAGS:
                _check_named_flags(enumeration)
        return enumeration


def _check_continuous(enumeration):
    values = {one.value for one in enumeration}
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    if issubclass(enumeration, Flag):
        expected = [2**bit for bit in range(low.bit_length() - 1, high.bit_length())]
        kind = "Flag"
    else:
        expected = range(low, high + 1)
        kind = "enum"
    missing = [value for value in expected if value not in values]
    if missing:
        listed = ", ".join([str(value) for value in missing])
        raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values {listed}")


def _check_named_flags(enumeration):
    names = enumeration._member_names_
    known = 0
    for one in enumeration:
        known |= one.value
    aliases = []
    missing = 0
    for name, alias in enumeration._member_map_.items():
        if name not in names and alias.value >= 0 and alias.value & ~known:
            aliases.append(name)
            missing |= alias.value & ~known
    if not missing:
        return
    alias = f"alias {aliases[0]} is missing" if len(aliases) == 1 else f"aliases {', '.join(aliases[:-1])} and {aliases[-1]} are missing"
    bits = [bit for bit in (1 << at for at in range(missing.bit_length())) if bit & missing]
    value = f"value 0x{missing:x}" if len(bits) == 1 else f"combined values of 0x{missing:x}"
    raise ValueError(f"invalid Flag {enumeration.__name__!r}: {alias} {value} [use enum.show_flag_values(value) for details]")


def global_enum_repr(self):
    return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return f"{module}.{type(self).__name__}({self._value_})"
    return "|".join([f"{module}.{name}" for name in self._name_.split("|")])


def global_enum(cls, update_str=False):
    """Makes the members globals of their module, and lets their texts say so."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if update_str:
        cls.__str__ = cls.__repr__
    vars(sys.modules[cls.__module__]).update(cls.__members__)
    return cls
