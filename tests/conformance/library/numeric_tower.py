#: the tower
from numbers import Complex, Integral, Number, Rational, Real

for value in (1, True, 1.5, 2j, "a"):
    print(value, [isinstance(value, kind) for kind in (Number, Complex, Real, Rational, Integral)])
print(issubclass(int, Rational), issubclass(float, Integral), issubclass(bool, Number))
