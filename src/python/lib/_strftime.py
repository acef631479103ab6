"""Moments as texts by a format (`strftime`), in the C locale."""

from _calendar_math import DAYS, MONTHS, iso_calendar


class Fields:
    """What a format can show. `weekday`: 0 is Monday."""

    def __init__(self, year, month, day, hour, minute, second, weekday, yearday, microsecond=0, zone="", offset=""):
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
        self.weekday = weekday
        self.yearday = yearday
        self.microsecond = microsecond
        self.zone = zone
        # As `+hhmm`, with seconds and microseconds behind if there are any.
        self.offset = offset


_COMPOSED = {
    "c": "%a %b %e %H:%M:%S %Y",
    "D": "%m/%d/%y",
    "F": "%Y-%m-%d",
    "h": "%b",
    "R": "%H:%M",
    "r": "%I:%M:%S %p",
    "T": "%H:%M:%S",
    "x": "%m/%d/%y",
    "X": "%H:%M:%S",
}

_NUMBERS = {
    "d": (2, "0", lambda t: t.day),
    "e": (2, " ", lambda t: t.day),
    "G": (4, "0", lambda t: iso_calendar(t.year, t.month, t.day)[0]),
    "g": (2, "0", lambda t: iso_calendar(t.year, t.month, t.day)[0] % 100),
    "V": (2, "0", lambda t: iso_calendar(t.year, t.month, t.day)[1]),
    "H": (2, "0", lambda t: t.hour),
    "k": (2, " ", lambda t: t.hour),
    "I": (2, "0", lambda t: t.hour % 12 or 12),
    "l": (2, " ", lambda t: t.hour % 12 or 12),
    "j": (3, "0", lambda t: t.yearday),
    "M": (2, "0", lambda t: t.minute),
    "m": (2, "0", lambda t: t.month),
    "S": (2, "0", lambda t: t.second),
    "U": (2, "0", lambda t: (t.yearday + 6 - (t.weekday + 1) % 7) // 7),
    "W": (2, "0", lambda t: (t.yearday + 6 - t.weekday) // 7),
    "u": (1, "0", lambda t: t.weekday + 1),
    "w": (1, "0", lambda t: (t.weekday + 1) % 7),
    "y": (2, "0", lambda t: t.year % 100),
    "Y": (4, "0", lambda t: t.year),
    "C": (2, "0", lambda t: t.year // 100),
    "f": (6, "0", lambda t: t.microsecond),
}

_TEXTS = {
    "a": lambda t: DAYS[t.weekday][:3],
    "A": lambda t: DAYS[t.weekday],
    "b": lambda t: MONTHS[t.month - 1][:3],
    "B": lambda t: MONTHS[t.month - 1],
    "p": lambda t: "AM" if t.hour < 12 else "PM",
    "P": lambda t: "am" if t.hour < 12 else "pm",
    "Z": lambda t: t.zone,
    "z": lambda t: t.offset,
    "n": lambda t: "\n",
    "t": lambda t: "\t",
    "%": lambda t: "%",
}

_PADDING = {"-": "", "_": " ", "0": "0"}


def strftime(format, fields):
    """`fields` in that format. Codes that nobody knows stay as they are."""
    parts = []
    at = 0
    while at < len(format):
        if format[at] != "%" or at + 1 == len(format):
            end = format.find("%", at + 1)
            end = len(format) if end < 0 else end
            parts.append(format[at:end])
            at = end
            continue
        start = at
        at += 1
        padding = None
        if format[at] in _PADDING and at + 1 < len(format):
            padding = _PADDING[format[at]]
            at += 1
        elif format[at : at + 2] == ":z":
            at += 1
            parts.append(_with_colons(fields.offset))
            at += 1
            continue
        text = _code(format[at], padding, fields)
        parts.append(format[start : at + 1] if text is None else text)
        at += 1
    return "".join(parts)


def _code(letter, padding, fields):
    if letter in _NUMBERS:
        width, usual, number = _NUMBERS[letter]
        padding = usual if padding is None else padding
        text = str(number(fields))
        return text.rjust(width, padding) if padding else text
    if letter in _TEXTS:
        return _TEXTS[letter](fields)
    if letter in _COMPOSED:
        return strftime(_COMPOSED[letter], fields)
    return None


def _with_colons(offset):
    """`+hhmm` as `+hh:mm`, `+hhmmss` as `+hh:mm:ss`."""
    if not offset:
        return ""
    return offset[:3] + ":" + offset[3:5] + (":" + offset[5:] if offset[5:] else "")
