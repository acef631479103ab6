"""fractions: exact ratios of ints."""

import math
import re

__all__ = ["Fraction"]

_NUMBER = re.compile(
    r"\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(?:_\d+)*)(?:\s*/\s*(?P<denom>\d+(?:_\d+)*)"
    r"|(?:\.(?P<decimal>\d*|\d+(?:_\d+)*))?(?:E(?P<exp>[-+]?\d+(?:_\d+)*))?)?\s*",
    re.IGNORECASE,
)


class Fraction:
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            return cls._make(*_single(numerator))
        if not (_is_rational(numerator) and _is_rational(denominator)):
            raise TypeError("both arguments should be Rational instances")
        top = numerator.numerator * denominator.denominator
        bottom = denominator.numerator * numerator.denominator
        if bottom == 0:
            raise ZeroDivisionError(f"Fraction({top}, 0)")
        return cls._make(top, bottom)

    @classmethod
    def _make(cls, numerator, denominator):
        common = math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        self = object.__new__(cls)
        self._numerator = numerator // common
        self._denominator = denominator // common
        return self

    @classmethod
    def from_float(cls, f):
        return cls._make(*f.as_integer_ratio())

    @classmethod
    def from_number(cls, number):
        return cls._make(*number.as_integer_ratio())

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)
    real = property(lambda self: self)
    imag = property(lambda self: 0)

    def conjugate(self):
        return self

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is not larger, by continued fractions."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            if q0 + a * q1 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q0 + a * q1
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, spec):
        if not spec:
            return str(self)
        if spec[-1] in "eEfFgG%":
            return format(self._numerator / self._denominator, spec)
        return format(str(self), spec)

    def _arithmetic(exact, by_float):
        """The operator and its reflection, from what it does to two ratios, and to floats."""

        def forward(a, b):
            if _is_rational(b):
                return exact(a._numerator, a._denominator, b.numerator, b.denominator)
            return by_float(float(a), b) if isinstance(b, float) else NotImplemented

        def reverse(b, a):
            if _is_rational(a):
                return exact(a.numerator, a.denominator, b._numerator, b._denominator)
            return by_float(a, float(b)) if isinstance(a, float) else NotImplemented

        return forward, reverse

    __add__, __radd__ = _arithmetic(lambda a, b, c, d: Fraction._make(a * d + c * b, b * d), lambda x, y: x + y)
    __sub__, __rsub__ = _arithmetic(lambda a, b, c, d: Fraction._make(a * d - c * b, b * d), lambda x, y: x - y)
    __mul__, __rmul__ = _arithmetic(lambda a, b, c, d: Fraction._make(a * c, b * d), lambda x, y: x * y)
    __truediv__, __rtruediv__ = _arithmetic(lambda a, b, c, d: _divided(a, b, c, d), lambda x, y: x / y)
    __floordiv__, __rfloordiv__ = _arithmetic(lambda a, b, c, d: a * d // (b * c), lambda x, y: x // y)
    __mod__, __rmod__ = _arithmetic(lambda a, b, c, d: Fraction._make(a * d % (b * c), b * d), lambda x, y: x % y)

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __pow__(self, exponent):
        if not _is_rational(exponent):
            return float(self) ** exponent
        if exponent.denominator != 1:
            return float(self) ** float(exponent)
        power = exponent.numerator
        n, d = self._numerator, self._denominator
        if power >= 0:
            return Fraction._make(n**power, d**power)
        if n == 0:
            raise ZeroDivisionError(f"Fraction({d**-power}, 0)")
        return Fraction._make(d**-power, n**-power)

    def __rpow__(self, base):
        if self._denominator == 1 and self._numerator >= 0:
            return base**self._numerator
        return base ** float(self)

    def __pos__(self):
        return Fraction(self)

    def __neg__(self):
        return Fraction._make(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction._make(abs(self._numerator), self._denominator)

    def __int__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    __trunc__ = __int__

    def __float__(self):
        return self._numerator / self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            double = 2 * rest
            return whole + (double > self._denominator or double == self._denominator and whole % 2 == 1)
        scale = 10 ** abs(ndigits)
        return Fraction(round(self * scale), scale) if ndigits > 0 else Fraction(round(self / scale) * scale)

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        modulus = (1 << 61) - 1
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            size = 314159
        else:
            size = hash(hash(abs(self._numerator)) * inverse)
        result = size if self._numerator >= 0 else -size
        return -2 if result == -1 else result

    def __eq__(self, other):
        if _is_rational(other):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, float):
            return math.isfinite(other) and self == Fraction(other)
        return NotImplemented

    def _order(test):
        def compare(self, other):
            if _is_rational(other):
                return test(self._numerator * other.denominator, self._denominator * other.numerator)
            if isinstance(other, float):
                return test(0.0, other) if not math.isfinite(other) else compare(self, Fraction(other))
            return NotImplemented

        return compare

    __lt__ = _order(lambda a, b: a < b)
    __le__ = _order(lambda a, b: a <= b)
    __gt__ = _order(lambda a, b: a > b)
    __ge__ = _order(lambda a, b: a >= b)

    def __bool__(self):
        return self._numerator != 0

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _is_rational(value):
    return isinstance(value, (int, Fraction))


def _divided(a, b, c, d):
    if c == 0:
        raise ZeroDivisionError(f"Fraction({a * d}, 0)")
    return Fraction._make(a * d, b * c)


def _single(value):
    """The ratio that one argument stands for."""
    if _is_rational(value):
        return value.numerator, value.denominator
    if isinstance(value, str):
        return _parsed(value)
    if hasattr(value, "as_integer_ratio"):
        return value.as_integer_ratio()
    raise TypeError("argument should be a string or a Rational instance or have the as_integer_ratio() method")


def _parsed(text):
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise ValueError(f"Invalid literal for Fraction: {text!r}")
    numerator = int(match["num"] or "0")
    if match["denom"]:
        denominator = int(match["denom"])
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
    else:
        decimal = (match["decimal"] or "").replace("_", "")
        denominator = 10 ** len(decimal)
        numerator = numerator * denominator + int(decimal or "0")
        exponent = int(match["exp"] or "0")
        numerator *= 10 ** max(exponent, 0)
        denominator *= 10 ** max(-exponent, 0)
    return -numerator if match["sign"] == "-" else numerator, denominator
