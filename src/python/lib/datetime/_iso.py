"""Reading ISO 8601 texts."""

import re

import _calendar_math as calendar

_DAY = re.compile(r"(\d{4})(-?)(?:(\d\d)\2(\d\d)|W(\d\d)(?:\2(\d))?)")
_TIME = re.compile(
    r"(\d\d)(?:(:?)(\d\d)(?:\2(\d\d)(?:[.,](\d+))?)?)?(Z|([+-])(\d\d)(?:(:?)(\d\d)(?:\9(\d\d)(?:[.,](\d+))?)?)?)?", re.A
)


def of_week(year, week, day):
    """Year, month and day of a day of an ISO week."""
    if not 1 <= year <= 9999:
        raise ValueError(f"year must be in 1..9999, not {year}")
    weeks = (calendar.first_iso_monday(year + 1) - calendar.first_iso_monday(year)) // 7
    if not 1 <= week <= weeks:
        raise ValueError(f"Invalid week: {week}")
    if not 1 <= day <= 7:
        raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
    return calendar.from_ordinal(calendar.first_iso_monday(year) + 7 * (week - 1) + day - 1)


def _day(match):
    year, _, month, day, week, weekday = match.groups()
    if week is not None:
        return of_week(int(year), int(week), int(weekday or 1))
    return int(year), int(month), int(day)


def parse_date(text):
    """Year, month and day; None if it is no date."""
    match = _DAY.fullmatch(text)
    return None if match is None else _day(match)


def parse_time(text):
    """Hour, minute, second and microsecond, and the offset in seconds or None; None if it is no time."""
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hour, _, minute, second, fraction, zone, sign, *offset = match.groups()
    parts = int(hour), int(minute or 0), int(second or 0), _microseconds(fraction)
    if zone is None or zone == "Z":
        return parts, None if zone is None else 0
    hours, _, minutes, seconds, fraction = offset
    if int(minutes or 0) > 59:
        return None
    total = int(hours) * 3600 + int(minutes or 0) * 60 + int(seconds or 0) + _microseconds(fraction) / 1e6
    return parts, -total if sign == "-" else total


def _microseconds(fraction):
    return int((fraction or "")[:6].ljust(6, "0"))


def parse_moment(text):
    """What `parse_date` and `parse_time` give, of a text with both; the time may be missing."""
    match = _DAY.match(text)
    if match is None:
        return None
    rest = text[match.end() :]
    if not rest:
        return _day(match), ((0, 0, 0, 0), None)
    time = parse_time(rest[1:])
    return None if time is None else (_day(match), time)
