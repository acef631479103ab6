"""time: a time of day."""

from datetime._base import check_zone, clock_fields, in_range, name_of, no_attribute, offset_text, ordered, unsupported
from datetime._delta import timedelta

_KEEP = object()
_TIMESPECS = ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds")


def check_time(hour, minute, second, microsecond, fold):
    if fold not in (0, 1):
        raise ValueError(f"fold must be either 0 or 1, not {fold}")
    return (
        in_range("hour", hour, 0, 23),
        in_range("minute", minute, 0, 59),
        in_range("second", second, 0, 59),
        in_range("microsecond", microsecond, 0, 999999),
    )


def time_text(hour, minute, second, microsecond, timespec="auto"):
    if timespec not in _TIMESPECS:
        raise ValueError("Unknown timespec value")
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    text = f"{hour:02d}:{minute:02d}:{second:02d}.{microsecond:06d}"
    return text[: {"hours": 2, "minutes": 5, "seconds": 8, "milliseconds": 12, "microseconds": 15}[timespec]]


def repr_items(parts, zone, fold):
    """The arguments that a repr shows: seconds and microseconds only if they are not 0."""
    *others, second, microsecond = parts
    items = [str(part) for part in others]
    if second or microsecond:
        items.append(str(second))
    if microsecond:
        items.append(str(microsecond))
    if zone is not None:
        items.append(f"tzinfo={zone!r}")
    return ", ".join([*items, "fold=1"] if fold else items)


def to_zone(seconds):
    from datetime._zone import timezone

    return timezone(timedelta(seconds=seconds))


class time:
    __module__ = "datetime"
    __slots__ = ("_time", "_zone", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        check_zone(tzinfo)
        self = object.__new__(cls)
        self._time = check_time(hour, minute, second, microsecond, fold)
        self._zone = tzinfo
        self._fold = fold
        return self

    hour, minute, second, microsecond, tzinfo, fold = clock_fields()

    @classmethod
    def fromisoformat(cls, string, /):
        from datetime._iso import parse_time

        if not isinstance(string, str):
            raise TypeError("fromisoformat: argument must be str")
        found = parse_time(string.removeprefix("T"))
        if found is None:
            raise ValueError(f"Invalid isoformat string: {string!r}")
        parts, offset = found
        return cls(*parts, tzinfo=None if offset is None else to_zone(offset))

    @classmethod
    def strptime(cls, string, format, /):
        from _strptime import parse

        t = parse(string, format)
        return cls(t.hour, t.minute, t.second, t.microsecond, None if t.offset is None else to_zone(t.offset))

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=_KEEP, *, fold=None):
        parts = [old if new is None else new for old, new in zip(self._time, (hour, minute, second, microsecond))]
        zone = self._zone if tzinfo is _KEEP else tzinfo
        return type(self)(*parts, zone, fold=self._fold if fold is None else fold)

    __replace__ = replace

    def utcoffset(self):
        return None if self._zone is None else self._zone.utcoffset(None)

    def tzname(self):
        return None if self._zone is None else self._zone.tzname(None)

    def dst(self):
        return None if self._zone is None else self._zone.dst(None)

    def isoformat(self, timespec="auto"):
        return time_text(*self._time, timespec) + offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        from _strftime import Fields, strftime

        hour, minute, second, microsecond = self._time
        offset = offset_text(self.utcoffset(), "")
        return strftime(format, Fields(1900, 1, 1, hour, minute, second, 0, 1, microsecond, self.tzname() or "", offset))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __repr__(self):
        return f"{name_of(self)}({repr_items(self._time, self._zone, self._fold)})"

    def __add__(self, other):
        return unsupported("+", self, other, "__radd__")

    def __sub__(self, other):
        return unsupported("-", self, other, "__rsub__")

    def _microseconds(self):
        hour, minute, second, microsecond = self._time
        total = ((hour * 60 + minute) * 60 + second) * 1_000_000 + microsecond
        offset = self.utcoffset()
        return total if offset is None else total - offset // timedelta.resolution

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        same_kind = (self.utcoffset() is None) == (other.utcoffset() is None)
        return same_kind and self._microseconds() == other._microseconds()

    def __hash__(self):
        return hash(self._microseconds())

    def __reduce__(self):
        return type(self), (*self._time, self._zone)

    __getattr__ = no_attribute


def _key(a, b):
    if (a.utcoffset() is None) != (b.utcoffset() is None):
        raise TypeError("can't compare offset-naive and offset-aware times")
    return a._microseconds(), b._microseconds()


time.__lt__, time.__le__, time.__gt__, time.__ge__ = ordered(_key, lambda a, b: isinstance(b, time))
time.min = time(0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
