"""time: what is about the calendar. The zone is UTC; the clocks are native and begin at 0, which is 1970."""

import _calendar_math as _calendar

timezone = 0
altzone = 0
daylight = 0
tzname = ("UTC", "UTC")

CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1
CLOCK_PROCESS_CPUTIME_ID = 2
CLOCK_THREAD_CPUTIME_ID = 3


class struct_time(tuple):
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")

    def __new__(cls, sequence):
        items = tuple(sequence)
        if len(items) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(items)}-sequence given)")
        if len(items) > 11:
            raise TypeError(f"time.struct_time() takes an at most 11-sequence ({len(items)}-sequence given)")
        self = tuple.__new__(cls, items[:9])
        self.tm_zone = items[9] if len(items) > 9 else None
        self.tm_gmtoff = items[10] if len(items) > 10 else None
        return self

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])

    def __repr__(self):
        fields = ", ".join([f"{name}={value!r}" for name, value in zip(self.__match_args__, self)])
        return f"time.struct_time({fields})"


def gmtime(seconds=None, /):
    return _broken_down(seconds, "GMT")


def localtime(seconds=None, /):
    return _broken_down(seconds, "UTC")


def _broken_down(seconds, zone):
    if seconds is None:
        seconds = time()
    if not isinstance(seconds, (int, float)):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    if not abs(seconds) < 1e18:
        raise OverflowError("timestamp out of range for platform time_t")
    days, rest = divmod(int(seconds // 1), 86400)
    ordinal = days + _calendar.EPOCH
    if not 0 < ordinal <= 3652059:
        raise ValueError("year is out of range")
    year, month, day = _calendar.from_ordinal(ordinal)
    yearday = _calendar.day_of_year(year, month, day)
    return struct_time(
        (year, month, day, rest // 3600, rest // 60 % 60, rest % 60, (ordinal + 6) % 7, yearday, 0, zone, 0)
    )


def mktime(tuple, /):
    year, month, day, hour, minute, second = _checked(tuple)[:6]
    days = _calendar.to_ordinal(year + (month - 1) // 12, (month - 1) % 12 + 1, 1) + day - 1 - _calendar.EPOCH
    return float(days * 86400 + hour * 3600 + minute * 60 + second)


def _checked(fields):
    if not isinstance(fields, (tuple, struct_time)):
        raise TypeError("Tuple or struct_time argument required")
    if len(fields) != 9:
        raise TypeError("function takes exactly 9 arguments")
    return fields


_RANGES = (
    ("month", 1, 0, 12), ("day of month", 2, 0, 31), ("hour", 3, 0, 23),
    ("minute", 4, 0, 59), ("seconds", 5, 0, 61), ("day of year", 7, 0, 366),
)  # fmt: skip


def strftime(format, tuple=None, /):
    from _strftime import Fields
    from _strftime import strftime as shown

    t = localtime() if tuple is None else _checked(tuple)
    for name, at, least, most in _RANGES:
        if not least <= t[at] <= most:
            raise ValueError(f"{name} out of range")
    year, month, day, hour, minute, second, weekday, yearday = t[:8]
    fields = Fields(year, month or 1, day or 1, hour, minute, second, weekday % 7, yearday or 1, 0, "UTC", "+0000")
    # `%f` is not for times without microseconds.
    return shown(format.replace("%f", "%%f") if "%f" in format else format, fields)


def strptime(string, format="%a %b %d %H:%M:%S %Y", /):
    from _strptime import parse

    t = parse(string, format)
    isdst = -1 if t.zone is None else 0
    zone = None if t.zone is None else t.zone.upper()
    return struct_time(
        (t.year, t.month, t.day, t.hour, t.minute, t.second, t.weekday, t.yearday, isdst, zone, t.offset)
    )


def asctime(tuple=None, /):
    t = localtime() if tuple is None else _checked(tuple)
    return f"{_calendar.DAYS[t[6] % 7][:3]} {_calendar.MONTHS[t[1] - 1][:3]} {t[2]:2d} {t[3]:02d}:{t[4]:02d}:{t[5]:02d} {t[0]}"


def ctime(seconds=None, /):
    return asctime(localtime(seconds))


def clock_gettime(clk_id, /):
    return (time, monotonic, process_time, thread_time)[clk_id]()


def clock_gettime_ns(clk_id, /):
    return (time_ns, monotonic_ns, process_time_ns, thread_time_ns)[clk_id]()


def clock_getres(clk_id, /):
    return 1e-09
