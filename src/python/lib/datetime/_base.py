"""What the types of `datetime` share: checks of arguments, errors, zones."""


def name_of(value):
    """The name of a value's type as messages have it."""
    kind = type(value)
    return f"datetime.{kind.__name__}" if kind.__module__ == "datetime" else kind.__name__


def unsupported(operator, a, b, reflected):
    """The answer of `a operator b` for a `b` of an unknown type: its own method may do it."""
    if hasattr(type(b), reflected) and type(b).__module__ not in ("datetime", "builtins"):
        return NotImplemented
    raise TypeError(f"unsupported operand type(s) for {operator}: '{name_of(a)}' and '{name_of(b)}'")


def incomparable(operator, a, b):
    raise TypeError(f"'{operator}' not supported between instances of '{name_of(a)}' and '{name_of(b)}'")


def no_attribute(self, name):
    """`__getattr__` of all types: their messages name the module, too."""
    raise AttributeError(f"'{name_of(self)}' object has no attribute '{name}'")


def ordered(key, is_comparable):
    """The methods `__lt__`, `__le__`, `__gt__` and `__ge__` of a type whose order is that of `key(self, other)`."""

    def method(operator, test):
        def compare(self, other):
            if not is_comparable(self, other):
                if type(other).__module__ in ("datetime", "builtins"):
                    incomparable(operator, self, other)
                return NotImplemented
            return test(*key(self, other))

        return compare

    return (
        method("<", lambda a, b: a < b),
        method("<=", lambda a, b: a <= b),
        method(">", lambda a, b: a > b),
        method(">=", lambda a, b: a >= b),
    )


def clock_fields():
    """The properties that a time of day has, from hour to fold."""
    parts = [property(lambda self, at=at: self._time[at]) for at in range(4)]
    return *parts, property(lambda self: self._zone), property(lambda self: self._fold)


def integer(value):
    if type(value) is int:
        return value
    method = getattr(type(value), "__index__", None)
    if method is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return method(value)


def in_range(name, value, least, most):
    value = integer(value)
    if not least <= value <= most:
        raise ValueError(f"{name} must be in {least}..{most}, not {value}")
    return value


def check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")


def required(names, values):
    """Of arguments that must be given, the first one that was not is an error."""
    for position, (name, value) in enumerate(zip(names, values), 1):
        if value is None:
            raise TypeError(f"function missing required argument '{name}' (pos {position})")


def offset_text(offset, separator=":"):
    """A timedelta as `+hh:mm`, with seconds and microseconds if there are any; nothing for None."""
    if offset is None:
        return ""
    sign = "-" if offset.days < 0 else "+"
    offset = abs(offset)
    seconds = offset.days * 86400 + offset.seconds
    text = f"{sign}{seconds // 3600:02d}{separator}{seconds // 60 % 60:02d}"
    if seconds % 60 or offset.microseconds:
        text += f"{separator}{seconds % 60:02d}"
    return text + (f".{offset.microseconds:06d}" if offset.microseconds else "")


class tzinfo:
    __module__ = "datetime"

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        dst = dt.dst()
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        standard = offset - dst
        if standard:
            dt += standard
            dst = dt.dst()
        return dt + dst
