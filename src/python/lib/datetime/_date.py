"""date: a day."""

import _calendar_math as calendar
from datetime._base import in_range, integer, name_of, no_attribute, ordered, required, unsupported
from datetime._delta import timedelta

MINYEAR = 1
MAXYEAR = 9999


def check_day(year, month, day):
    year = in_range("year", year, MINYEAR, MAXYEAR)
    month = in_range("month", month, 1, 12)
    day = integer(day)
    days = calendar.days_in_month(year, month)
    if not 1 <= day <= days:
        raise ValueError(f"day {day} must be in range 1..{days} for month {month} in year {year}")
    return year, month, day


def day_of_ordinal(ordinal):
    if not 1 <= ordinal <= 3652059:
        raise OverflowError("date value out of range")
    return calendar.from_ordinal(ordinal)


class IsoCalendarDate(tuple):
    __module__ = "datetime"

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


class date:
    __module__ = "datetime"
    __slots__ = ("_day",)
    _is_moment = False

    def __new__(cls, year=None, month=None, day=None):
        required(("year", "month", "day"), (year, month, day))
        self = object.__new__(cls)
        self._day = check_day(year, month, day)
        return self

    year = property(lambda self: self._day[0])
    month = property(lambda self: self._day[1])
    day = property(lambda self: self._day[2])

    @classmethod
    def today(cls):
        from time import time

        return cls.fromtimestamp(time())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        from time import localtime

        return cls(*localtime(timestamp)[:3])

    @classmethod
    def fromordinal(cls, ordinal, /):
        if ordinal < 1:
            raise ValueError("ordinal must be >= 1")
        if ordinal > 3652059:
            raise ValueError("year is out of range")
        return cls(*calendar.from_ordinal(ordinal))

    @classmethod
    def fromisoformat(cls, string, /):
        from datetime._iso import parse_date

        if not isinstance(string, str):
            raise TypeError("fromisoformat: argument must be str")
        day = parse_date(string)
        if day is None:
            raise ValueError(f"Invalid isoformat string: {string!r}")
        return cls(*day)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        from datetime._iso import of_week

        return cls(*of_week(year, week, day))

    @classmethod
    def strptime(cls, string, format, /):
        from _strptime import parse

        t = parse(string, format)
        return cls(t.year, t.month, t.day)

    def replace(self, year=None, month=None, day=None):
        given = [old if new is None else new for old, new in zip(self._day, (year, month, day))]
        return type(self)(*given)

    __replace__ = replace

    def toordinal(self):
        return calendar.to_ordinal(*self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        return IsoCalendarDate(calendar.iso_calendar(*self._day))

    def isoformat(self):
        return "%04d-%02d-%02d" % self._day

    __str__ = isoformat

    def ctime(self):
        return calendar.ctime(*self._day)

    def timetuple(self):
        from time import struct_time

        return struct_time((*self._day, 0, 0, 0, self.weekday(), calendar.day_of_year(*self._day), -1))

    def strftime(self, format):
        from _strftime import strftime

        return strftime(format, self._fields())

    def _fields(self):
        from _strftime import Fields

        return Fields(*self._day, 0, 0, 0, self.weekday(), calendar.day_of_year(*self._day))

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(spec).__name__}")
        return self.strftime(spec) if spec else str(self)

    def __repr__(self):
        return f"{name_of(self)}({self.year}, {self.month}, {self.day})"

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)(*day_of_ordinal(self.toordinal() + other.days))
        return unsupported("+", self, other, "__radd__")

    def __radd__(self, other):
        return self + other if isinstance(other, timedelta) else unsupported("+", other, self, "")

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return type(self)(*day_of_ordinal(self.toordinal() - other.days))
        if _is_day(self, other):
            return timedelta(self.toordinal() - other.toordinal())
        return unsupported("-", self, other, "__rsub__")

    def __rsub__(self, other):
        return unsupported("-", other, self, "")

    def __eq__(self, other):
        return self._day == other._day if _is_day(self, other) else NotImplemented

    def __hash__(self):
        return hash(self._day)

    def __reduce__(self):
        return type(self), self._day

    __getattr__ = no_attribute


def _is_day(self, other):
    """A datetime is no day to be compared with, although its class is a subclass."""
    return isinstance(other, date) and not other._is_moment and not self._is_moment


date.__lt__, date.__le__, date.__gt__, date.__ge__ = ordered(lambda a, b: (a._day, b._day), _is_day)
date.min = date(MINYEAR, 1, 1)
date.max = date(MAXYEAR, 12, 31)
date.resolution = timedelta(1)
