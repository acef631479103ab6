"""datetime: a day and a time of day, perhaps in a zone."""

import _calendar_math as calendar
from datetime._base import check_zone, clock_fields, name_of, offset_text, ordered, required, unsupported
from datetime._date import check_day, date, day_of_ordinal
from datetime._delta import timedelta
from datetime._time import check_time, repr_items, time, time_text, to_zone

_KEEP = object()
_DAY = 86_400_000_000
_UTCNOW = (
    "datetime.datetime.{0}() is deprecated and scheduled for removal in a future version. "
    "Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.{1}."
)


class datetime(date):
    __module__ = "datetime"
    __slots__ = ("_time", "_zone", "_fold")
    _is_moment = True

    def __new__(
        cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0
    ):
        required(("year", "month", "day"), (year, month, day))
        check_zone(tzinfo)
        self = object.__new__(cls)
        self._day = check_day(year, month, day)
        self._time = check_time(hour, minute, second, microsecond, fold)
        self._zone = tzinfo
        self._fold = fold
        return self

    hour, minute, second, microsecond, tzinfo, fold = clock_fields()

    @classmethod
    def now(cls, tz=None):
        from time import time_ns

        check_zone(tz)
        return cls._of_epoch(time_ns() // 1000, tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        import warnings

        warnings.warn(_UTCNOW.format("utcnow", "now(datetime.UTC)"), DeprecationWarning, stacklevel=1)
        return cls.now()

    @classmethod
    def _of_epoch(cls, microseconds, zone):
        """That many microseconds after 1970, in UTC or another zone."""
        moment = cls._of(microseconds + calendar.EPOCH * _DAY, zone)
        return moment if zone is None else zone.fromutc(moment)

    @classmethod
    def _of(cls, total, zone):
        """That many microseconds after the day before the first."""
        days, rest = divmod(total, _DAY)
        seconds, microsecond = divmod(rest, 1_000_000)
        return cls(*day_of_ordinal(days), seconds // 3600, seconds // 60 % 60, seconds % 60, microsecond, zone)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        check_zone(tz)
        if not isinstance(timestamp, (int, float)):
            raise TypeError(f"'{type(timestamp).__name__}' object cannot be interpreted as an integer")
        if not abs(timestamp) < 1e18:
            raise OverflowError("timestamp out of range for platform time_t")
        if not -62135596800 <= timestamp < 253402300800:
            raise ValueError(f"year {1970 + int(timestamp // 31556952)} is out of range")
        whole = int(timestamp // 1)
        return cls._of_epoch(whole * 1_000_000 + round((timestamp - whole) * 1e6), tz)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        import warnings

        message = _UTCNOW.format("utcfromtimestamp", "fromtimestamp(timestamp, datetime.UTC)")
        warnings.warn(message, DeprecationWarning, stacklevel=1)
        return cls.fromtimestamp(timestamp)

    @classmethod
    def combine(cls, date, time, tzinfo=_KEEP):
        zone = time.tzinfo if tzinfo is _KEEP else tzinfo
        return cls(date.year, date.month, date.day, *time._time, zone, fold=time.fold)

    @classmethod
    def fromisoformat(cls, string, /):
        from datetime._iso import parse_moment

        if not isinstance(string, str):
            raise TypeError("fromisoformat: argument must be str")
        found = parse_moment(string)
        if found is None:
            raise ValueError(f"Invalid isoformat string: {string!r}")
        day, (parts, offset) = found
        zone = None if offset is None else to_zone(offset)
        if parts == (24, 0, 0, 0):
            return cls(*day, tzinfo=zone) + timedelta(1)
        return cls(*day, *parts, zone)

    @classmethod
    def strptime(cls, string, format, /):
        from _strptime import parse

        t = parse(string, format)
        zone = None if t.offset is None else to_zone(t.offset)
        return cls(t.year, t.month, t.day, t.hour, t.minute, t.second, t.microsecond, zone)

    def date(self):
        return date(*self._day)

    def time(self):
        return time(*self._time, fold=self._fold)

    def timetz(self):
        return time(*self._time, self._zone, fold=self._fold)

    def replace(
        self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=_KEEP, *, fold=None
    ):
        given = (year, month, day, hour, minute, second, microsecond)
        parts = [old if new is None else new for old, new in zip(self._day + self._time, given)]
        zone = self._zone if tzinfo is _KEEP else tzinfo
        return type(self)(*parts, zone, fold=self._fold if fold is None else fold)

    __replace__ = replace

    def utcoffset(self):
        return None if self._zone is None else self._zone.utcoffset(self)

    def tzname(self):
        return None if self._zone is None else self._zone.tzname(self)

    def dst(self):
        return None if self._zone is None else self._zone.dst(self)

    def astimezone(self, tz=None):
        from datetime._zone import timezone

        check_zone(tz)
        zone = timezone.utc if tz is None else tz
        if zone is self._zone:
            return self
        # A moment without a zone is one of the local zone, which is UTC.
        offset = self.utcoffset() or timedelta(0)
        return zone.fromutc((self - offset).replace(tzinfo=zone))

    def timestamp(self):
        return (self._utc() - calendar.EPOCH * _DAY) / 1e6

    def _local(self):
        """Microseconds since the day before the first, as the clock on the wall shows."""
        hour, minute, second, microsecond = self._time
        return self.toordinal() * _DAY + ((hour * 60 + minute) * 60 + second) * 1_000_000 + microsecond

    def _utc(self):
        offset = self.utcoffset()
        return self._local() if offset is None else self._local() - offset // timedelta.resolution

    def timetuple(self):
        from time import struct_time

        dst = self.dst()
        flag = -1 if dst is None else int(bool(dst))
        return struct_time((*self._day, *self._time[:3], self.weekday(), calendar.day_of_year(*self._day), flag))

    def utctimetuple(self):
        from time import struct_time

        t = self - (self.utcoffset() or timedelta(0))
        return struct_time((*t._day, *t._time[:3], t.weekday(), calendar.day_of_year(*t._day), 0))

    def isoformat(self, sep="T", timespec="auto"):
        day = "%04d-%02d-%02d" % self._day
        return f"{day}{sep}{time_text(*self._time, timespec)}{offset_text(self.utcoffset())}"

    def __str__(self):
        return self.isoformat(" ")

    def ctime(self):
        return calendar.ctime(*self._day, *self._time[:3])

    def _fields(self):
        from _strftime import Fields

        hour, minute, second, microsecond = self._time
        yearday = calendar.day_of_year(*self._day)
        zone, offset = self.tzname() or "", offset_text(self.utcoffset(), "")
        return Fields(*self._day, hour, minute, second, self.weekday(), yearday, microsecond, zone, offset)

    def __repr__(self):
        return f"{name_of(self)}({repr_items(self._day + self._time, self._zone, self._fold)})"

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._local() + other // timedelta.resolution, self._zone)
        return unsupported("+", self, other, "__radd__")

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._local() - other // timedelta.resolution, self._zone)
        if not isinstance(other, datetime):
            return unsupported("-", self, other, "__rsub__")
        if self._zone is other._zone:
            return timedelta(microseconds=self._local() - other._local())
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return timedelta(microseconds=self._utc() - other._utc())

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        same_kind = (self.utcoffset() is None) == (other.utcoffset() is None)
        return same_kind and self._utc() == other._utc()

    def __hash__(self):
        return hash(self._utc())

    def __reduce__(self):
        return type(self), (*self._day, *self._time, self._zone)


def _key(a, b):
    if a._zone is not b._zone and (a.utcoffset() is None) != (b.utcoffset() is None):
        raise TypeError("can't compare offset-naive and offset-aware datetimes")
    return a._utc(), b._utc()


datetime.__lt__, datetime.__le__, datetime.__gt__, datetime.__ge__ = ordered(_key, lambda a, b: isinstance(b, datetime))
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
