"""Reading moments from texts by a format (`strptime`), in the C locale."""

import re

from _calendar_math import DAYS, MONTHS, day_of_year, days_in_month, first_iso_monday, from_ordinal, to_ordinal


def _names(names):
    return "(?:" + "|".join(sorted([re.escape(name.lower()) for name in names], key=len, reverse=True)) + ")"


_PATTERNS = {
    "d": r"3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]",
    "f": r"[0-9]{1,6}",
    "H": r"2[0-3]|[0-1]\d|\d| \d",
    "I": r"1[0-2]|0[1-9]|[1-9]| [1-9]",
    "G": r"\d\d\d\d",
    "j": r"36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]",
    "m": r"1[0-2]|0[1-9]|[1-9]",
    "M": r"[0-5]\d|\d",
    "S": r"6[0-1]|[0-5]\d|\d",
    "U": r"5[0-3]|[0-4]\d|\d",
    "W": r"5[0-3]|[0-4]\d|\d",
    "V": r"5[0-3]|0[1-9]|[1-4]\d|\d",
    "w": r"[0-6]",
    "u": r"[1-7]",
    "y": r"\d\d",
    "Y": r"\d\d\d\d",
    "z": r"(?:[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?)|(?-i:Z)",
    "a": _names([day[:3] for day in DAYS]),
    "A": _names(DAYS),
    "b": _names([month[:3] for month in MONTHS]),
    "B": _names(MONTHS),
    "p": "am|pm",
    "Z": "utc|gmt",
}
_COMPOSED = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y", "F": "%Y-%m-%d", "T": "%H:%M:%S", "R": "%H:%M"}
_AMBIGUOUS = """\
Parsing dates involving a day of month without a year specified is ambiguous
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647."""

_compiled = {}


def _expanded(format):
    return re.sub(r"%([cxXDFTR])", lambda match: _COMPOSED[match[1]], format)


def _pattern(format):
    parts = []
    seen = set()
    codes = re.split(r"(%.?)", _expanded(format), flags=re.S)
    for at, part in enumerate(codes):
        if at % 2 == 0:
            parts.append(re.sub(r"\s+", r"\\s+", re.escape(part).replace("\\ ", " ")))
        elif part == "%":
            raise ValueError(f"stray % in format {format!r}")
        elif part == "%%":
            parts.append("%")
        elif part[1] not in _PATTERNS:
            raise ValueError(f"{part[1]!r} is a bad directive in format {format!r}")
        elif part[1] in seen:
            raise re.error(f"redefinition of group name {part[1]!r} as group {len(seen) + 1}")
        else:
            seen.add(part[1])
            parts.append(f"(?P<{part[1]}>{_PATTERNS[part[1]]})")
    if "d" in seen and not seen & {"Y", "y", "G", "j"} and "b" not in seen:
        _warn_of_ambiguity()
    elif seen & {"d"} and not seen & {"Y", "y", "G"}:
        _warn_of_ambiguity()
    return re.compile("".join(parts), re.IGNORECASE)


def _warn_of_ambiguity():
    import warnings

    warnings.warn(_AMBIGUOUS, DeprecationWarning, stacklevel=1)


class Parsed:
    """What a text says: year, month, day, hour, minute, second, microsecond, weekday, yearday, zone, offset in seconds."""


def parse(text, format):
    for argument, value in enumerate((text, format)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {argument} must be str, not {type(value)}")
    pattern = _compiled.get(format)
    if pattern is None:
        pattern = _compiled[format] = _pattern(format)
    match = pattern.match(text)
    if not match:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if len(text) != match.end():
        raise ValueError(f"unconverted data remains: {text[match.end() :]}")
    return _read(match.groupdict())


def _read(found):
    def number(code, default):
        return int(found[code]) if code in found else default

    t = Parsed()
    t.year = number("Y", 1900)
    if "y" in found:
        t.year = number("y", 0) + (2000 if number("y", 0) <= 68 else 1900)
    t.month = number("m", 1)
    if "B" in found or "b" in found:
        t.month = [month[:3].lower() for month in MONTHS].index((found.get("B") or found["b"])[:3].lower()) + 1
    t.day = number("d", 1)
    t.hour = _hour(found)
    t.minute = number("M", 0)
    t.second = number("S", 0)
    t.microsecond = int(found["f"].ljust(6, "0")) if "f" in found else 0
    t.zone = found.get("Z")
    t.offset = _offset(found["z"]) if "z" in found else None
    _set_days(t, found)
    return t


def _hour(found):
    if "H" in found:
        return int(found["H"])
    if "I" not in found:
        return 0
    hour = int(found["I"]) % 12
    return hour + 12 if found.get("p", "").lower() == "pm" else hour


def _offset(text):
    if text == "Z":
        return 0
    digits = text[1:].replace(":", "")
    seconds = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + float(digits[4:] or 0)
    return -seconds if text[0] == "-" else seconds


def _weekday(found):
    if "A" in found or "a" in found:
        return [day[:3].lower() for day in DAYS].index((found.get("A") or found["a"])[:3].lower())
    if "w" in found:
        return (int(found["w"]) + 6) % 7
    return int(found["u"]) - 1 if "u" in found else None


def _set_days(t, found):
    """Day of the year and weekday, and from them month and day where these are not given."""
    weekday = _weekday(found)
    ordinal = None
    if "G" in found:
        if "V" not in found or weekday is None:
            raise ValueError(
                "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive "
                "('%A', '%a', '%w', or '%u')."
            )
        ordinal = first_iso_monday(int(found["G"])) + 7 * (int(found["V"]) - 1) + weekday
    elif "j" in found:
        ordinal = to_ordinal(t.year, 1, 1) + int(found["j"]) - 1
    elif ("U" in found or "W" in found) and weekday is not None and ("Y" in found or "y" in found):
        first = to_ordinal(t.year, 1, 1)
        from_sunday = "U" in found
        begins = (first + 6 + from_sunday) % 7
        day = (weekday + from_sunday) % 7
        ordinal = first - begins + 7 * (int(found["U" if from_sunday else "W"]) - (begins == 0)) + day
    if ordinal is not None:
        t.year, t.month, t.day = from_ordinal(ordinal)
    elif t.day > days_in_month(t.year, t.month):
        raise ValueError(f"day {t.day} must be in range 1..{days_in_month(t.year, t.month)} for month {t.month} in year {t.year}")
    t.yearday = day_of_year(t.year, t.month, t.day)
    t.weekday = (to_ordinal(t.year, t.month, t.day) + 6) % 7 if weekday is None else weekday
