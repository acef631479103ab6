"""timedelta: a duration, in whole microseconds."""

from datetime._base import no_attribute, ordered, unsupported

_DAY = 86_400_000_000
_SECOND = 1_000_000
_MAX_DAYS = 999_999_999
_UNITS = {
    "days": _DAY, "seconds": _SECOND, "microseconds": 1, "milliseconds": 1000,
    "minutes": 60 * _SECOND, "hours": 3600 * _SECOND, "weeks": 7 * _DAY,
}  # fmt: skip


def _rounded(numerator, denominator):
    """The quotient of ints, rounded to the nearest, ties to even."""
    quotient, rest = divmod(numerator, denominator)
    rest *= 2
    if denominator < 0:
        rest, denominator = -rest, -denominator
    return quotient + (rest > denominator or rest == denominator and quotient % 2 == 1)


def _sum(parts):
    """Microseconds of named parts. Fractions are added up as floats and rounded once."""
    whole = 0
    fraction = 0.0
    for name, value in parts:
        if isinstance(value, int):
            whole += int(value) * _UNITS[name]
        elif isinstance(value, float):
            if value != value:
                raise ValueError("cannot convert float NaN to integer")
            if value in (float("inf"), -float("inf")):
                raise OverflowError("cannot convert float infinity to integer")
            integral = int(value)
            whole += integral * _UNITS[name]
            fraction += (value - integral) * _UNITS[name]
        else:
            raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
    # Half microseconds go to the even sum.
    integral = int(fraction // 1)
    return whole + integral + _up(fraction - integral, whole + integral)


def _up(fraction, whole):
    return 1 if fraction > 0.5 or fraction == 0.5 and whole % 2 == 1 else 0


class timedelta:
    __module__ = "datetime"
    __slots__ = ("_total",)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        parts = (
            ("days", days), ("seconds", seconds), ("microseconds", microseconds), ("milliseconds", milliseconds),
            ("minutes", minutes), ("hours", hours), ("weeks", weeks),
        )  # fmt: skip
        return cls._of(_sum([part for part in parts if part[1] != 0]))

    @classmethod
    def _of(cls, total):
        days = total // _DAY
        if not -_MAX_DAYS <= days <= _MAX_DAYS:
            if abs(days) >= 1 << 31:
                raise OverflowError("Python int too large to convert to C int")
            raise OverflowError(f"days={days}; must have magnitude <= {_MAX_DAYS}")
        self = object.__new__(cls)
        self._total = total
        return self

    @property
    def days(self):
        return self._total // _DAY

    @property
    def seconds(self):
        return self._total % _DAY // _SECOND

    @property
    def microseconds(self):
        return self._total % _SECOND

    def total_seconds(self):
        return self._total / _SECOND

    def __repr__(self):
        parts = [f"{name}={value}" for name in ("days", "seconds", "microseconds") if (value := getattr(self, name))]
        return f"datetime.{type(self).__name__}({', '.join(parts) or '0'})"

    def __str__(self):
        seconds = self.seconds
        text = f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
        if self.days:
            text = f"{self.days} day{'s' if abs(self.days) != 1 else ''}, {text}"
        return f"{text}.{self.microseconds:06d}" if self.microseconds else text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total + other._total)
        if type(other).__module__ == "datetime" and hasattr(type(other), "__radd__"):
            return NotImplemented
        return unsupported("+", self, other, "__radd__")

    def __radd__(self, other):
        return unsupported("+", other, self, "")

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total - other._total)
        return unsupported("-", self, other, "__rsub__")

    def __rsub__(self, other):
        return unsupported("-", other, self, "")

    def __neg__(self):
        return timedelta._of(-self._total)

    def __pos__(self):
        return timedelta._of(self._total)

    def __abs__(self):
        return timedelta._of(abs(self._total))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total * other)
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            return timedelta._of(_rounded(self._total * numerator, denominator))
        if isinstance(other, (str, bytes, list, tuple)):
            raise TypeError("can't multiply sequence by non-int of type 'datetime.timedelta'")
        return unsupported("*", self, other, "__rmul__")

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total / other._total
        if isinstance(other, int):
            if other == 0:
                raise ZeroDivisionError("division by zero")
            return timedelta._of(_rounded(self._total, other))
        if isinstance(other, float):
            numerator, denominator = other.as_integer_ratio()
            if numerator == 0:
                raise ZeroDivisionError("division by zero")
            return timedelta._of(_rounded(self._total * denominator, numerator))
        return unsupported("/", self, other, "__rtruediv__")

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total // other._total
        if isinstance(other, int):
            return timedelta._of(self._total // other)
        return unsupported("//", self, other, "__rfloordiv__")

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total % other._total)
        return unsupported("%", self, other, "__rmod__")

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            quotient, rest = divmod(self._total, other._total)
            return quotient, timedelta._of(rest)
        return NotImplemented

    def __eq__(self, other):
        return self._total == other._total if isinstance(other, timedelta) else NotImplemented

    __lt__, __le__, __gt__, __ge__ = ordered(
        lambda a, b: (a._total, b._total), lambda a, b: isinstance(b, timedelta)
    )

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return self._total != 0

    def __reduce__(self):
        return type(self), (self.days, self.seconds, self.microseconds)

    __getattr__ = no_attribute


timedelta.min = timedelta(-_MAX_DAYS)
timedelta.max = timedelta(_MAX_DAYS, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)
