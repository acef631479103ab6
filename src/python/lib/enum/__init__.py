"""enum: classes whose instances are a fixed set of named values.

`_namespace` is what the body of an enum class writes to, `_type` the metaclass that makes members of it, `_members` and `_flags` the base
classes, `_checks` decorators.
"""

from enum._checks import CONTINUOUS, NAMED_FLAGS, UNIQUE, EnumCheck, global_enum, global_enum_repr, global_flag_repr, unique, verify
from enum._flags import CONFORM, EJECT, KEEP, STRICT, Flag, FlagBoundary, IntFlag, show_flag_values
from enum._members import Enum, IntEnum, ReprEnum, StrEnum
from enum._namespace import EnumDict, auto, member, nonmember
from enum._type import EnumMeta, EnumType, property

__all__ = [
    "EnumType",
    "EnumMeta",
    "EnumDict",
    "Enum",
    "IntEnum",
    "StrEnum",
    "Flag",
    "IntFlag",
    "ReprEnum",
    "auto",
    "unique",
    "property",
    "verify",
    "member",
    "nonmember",
    "FlagBoundary",
    "STRICT",
    "CONFORM",
    "EJECT",
    "KEEP",
    "global_flag_repr",
    "global_enum_repr",
    "global_enum",
    "EnumCheck",
    "CONTINUOUS",
    "NAMED_FLAGS",
    "UNIQUE",
    "show_flag_values",
]
