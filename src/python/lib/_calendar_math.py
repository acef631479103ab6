"""Arithmetic of the Gregorian calendar, which is taken to have been in use since the year 1."""

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS_IN_MONTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)

# The ordinal of 1970-01-01.
EPOCH = 719163


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else _DAYS_IN_MONTH[month]


def days_before_year(year):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400


def day_of_year(year, month, day):
    return _DAYS_BEFORE_MONTH[month] + (month > 2 and is_leap(year)) + day


def to_ordinal(year, month, day):
    """The number of a day; that of 0001-01-01 is 1."""
    return days_before_year(year) + day_of_year(year, month, day)


def from_ordinal(ordinal):
    """Year, month and day of an ordinal."""
    rest = ordinal - 1
    periods, rest = divmod(rest, 146097)
    centuries, rest = divmod(rest, 36524)
    fours, rest = divmod(rest, 1461)
    years, rest = divmod(rest, 365)
    year = periods * 400 + centuries * 100 + fours * 4 + years + 1
    if years == 4 or centuries == 4:
        return year - 1, 12, 31
    month = 12
    while day_of_year(year, month, 1) > rest + 1:
        month -= 1
    return year, month, rest + 2 - day_of_year(year, month, 1)


def first_iso_monday(year):
    """The ordinal of the Monday of the first week of a year, which is the one with its first Thursday."""
    first = to_ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def iso_calendar(year, month, day):
    """Year, week and weekday (1 is Monday) as ISO 8601 counts them."""
    ordinal = to_ordinal(year, month, day)
    iso_year = year
    if ordinal < first_iso_monday(year):
        iso_year = year - 1
    elif ordinal >= first_iso_monday(year + 1):
        iso_year = year + 1
    week, weekday = divmod(ordinal - first_iso_monday(iso_year), 7)
    return iso_year, week + 1, weekday + 1


def ctime(year, month, day, hour=0, minute=0, second=0):
    weekday = (to_ordinal(year, month, day) + 6) % 7
    return f"{DAYS[weekday][:3]} {MONTHS[month - 1][:3]} {day:2d} {hour:02d}:{minute:02d}:{second:02d} {year:04d}"
