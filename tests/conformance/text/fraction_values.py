#: fractions
from fractions import Fraction
import math

a, b = Fraction(1, 3), Fraction("3/4")
print(a, repr(b), a + b, a - b, a * b, a / b, a // b, a % b, -a, abs(-a), a**2, a**-1, 2 * a, a + 1, 1 - a, a + 0.5)
print(Fraction(6, -4), Fraction(0.5), Fraction("0.125"), Fraction("-1e-2"), Fraction(" 7 "), Fraction(5), Fraction(b), Fraction(a, b))
print(a < b, a == Fraction(2, 6), a == 0.5, Fraction(1, 2) == 0.5, Fraction(4, 2) == 2, hash(Fraction(1, 2)) == hash(0.5), bool(Fraction(0)))
print(float(a), int(Fraction(7, 2)), int(Fraction(-7, 2)), round(Fraction(5, 2)), round(a, 2), math.floor(b), math.ceil(a), math.trunc(-b))
print(Fraction(3.14159).limit_denominator(100), a.numerator, a.denominator, a.as_integer_ratio(), divmod(Fraction(7, 2), 1), math.sqrt(Fraction(1, 4)))
print(sum([Fraction(1, n) for n in range(1, 6)]), sorted([b, a]), max(a, b), f"{a} {a:>8} {a:.3f}", Fraction(4).is_integer(), 2 ** Fraction(1, 2))
for call in (lambda: Fraction(1, 0), lambda: Fraction("x"), lambda: Fraction(1.5, 2), lambda: a / 0, lambda: a + "1", lambda: Fraction([])):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
