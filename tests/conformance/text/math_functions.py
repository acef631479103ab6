#: constants and rounding
import math

print(math.pi, math.e, math.tau, math.inf, -math.inf, math.nan)
print(math.floor(2.7), math.ceil(2.1), math.trunc(-2.7), math.floor(-2.1), math.ceil(-0.5))
print(math.floor(10**20), math.ceil(1e20), math.trunc(True))
print(math.fabs(-3), math.copysign(3, -0.0), math.fmod(-7, 3), math.remainder(7, 2))
print(math.modf(-3.25), math.frexp(10.0), math.ldexp(0.625, 4))
for bad in (math.inf, math.nan):
    try:
        math.floor(bad)
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
#: roots powers and logarithms
import math

print(math.sqrt(2), math.sqrt(16), math.cbrt(27), math.isqrt(99), math.isqrt(10**40))
print(math.exp(1), math.exp2(10), math.expm1(1e-10), math.exp(-1000))
print(math.log(10), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(1e-10))
print(math.log(10**400), math.log2(2**1000), math.log10(10**400))
print(math.pow(2, 10), math.pow(2, -1), math.pow(0.0, 0.0), 2**0.5, 1.05**10)
print([math.exp(x / 7) for x in range(-5, 6)])
print([math.log(x / 3) for x in range(1, 12)])
print([round(x, 6) for x in (math.pow(1.1, 7.5), math.pow(9, 0.5))])
#: trigonometry
import math

for degrees in (0, 30, 45, 60, 90, 180):
    x = math.radians(degrees)
    print(degrees, x, math.sin(x), math.cos(x), math.tan(x))
print(math.degrees(math.pi), math.atan2(-1, -1), math.asin(1), math.acos(-1), math.atan(1))
print(math.sinh(1), math.cosh(1), math.tanh(0.5), math.asinh(1), math.acosh(2), math.atanh(0.5))
print(math.hypot(3, 4), math.hypot(1, 2, 3), math.dist((1, 2), (4, 6)), math.hypot())
#: integers
import math

print(math.gcd(48, 36), math.gcd(), math.gcd(-4, 6, 10), math.lcm(4, 6, 10), math.lcm(), math.lcm(0, 3))
print(math.factorial(0), math.factorial(20), math.factorial(30))
print(math.comb(5, 2), math.comb(50, 25), math.comb(2, 5), math.perm(5, 2), math.perm(5), math.perm(3, 4))
print(len(str(math.factorial(1000))), math.comb(10**18, 3))
for call in (
    lambda: math.factorial(-1),
    lambda: math.factorial(1.5),
    lambda: math.comb(-1, 2),
    lambda: math.comb(2, -1),
    lambda: math.isqrt(-1),
    lambda: math.gcd(1.5, 2),
    lambda: math.factorial(10**20),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
#: sums
import math

print(sum([0.1] * 10), math.fsum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.fsum([]))
print(math.prod([1, 2, 3, 4]), math.prod([]), math.prod([0.5, 3], start=2), math.prod(range(1, 21)))
print(math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([0.1] * 10, [10] * 10), math.sumprod([10**20, 1], [3, 4]))
print(math.fsum(x / 10 for x in range(5)), math.fsum([math.inf, 1]), math.fsum([1e-16, 1, 1e16]))
for call in (
    lambda: math.fsum([1, "a"]),
    lambda: math.fsum([math.inf, -math.inf]),
    lambda: math.sumprod([1], [1, 2]),
    lambda: math.dist([1], [1, 2]),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
#: comparing floats
import math

print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.1), math.isclose(0, 1e-10))
print(math.isclose(0, 1e-10, abs_tol=1e-9), math.isclose(math.inf, math.inf), math.isclose(math.nan, math.nan))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1e308), math.isfinite(math.nan))
print(math.ulp(1.0), math.ulp(0.0), math.nextafter(1, 2), math.nextafter(0, -1), math.nextafter(1, 2, steps=4))
print(math.fma(0.1, 10, -1), math.fma(2, 3, 4))
#: special functions
import math

print(math.gamma(5), math.gamma(0.5), math.gamma(2.5), math.gamma(10.1), math.gamma(-0.5), math.gamma(171.0))
print(math.lgamma(0.5), math.lgamma(3), math.lgamma(100), math.lgamma(1))
print(math.erf(0), math.erf(0.5), math.erfc(0.5), math.erf(3))
#: errors of the domain
import math

calls = {
    "sqrt": lambda: math.sqrt(-1),
    "log": lambda: math.log(0),
    "log float": lambda: math.log(-1.5),
    "log2": lambda: math.log2(0.0),
    "log base": lambda: math.log(10, 1),
    "log1p": lambda: math.log1p(-1),
    "acos": lambda: math.acos(2),
    "acosh": lambda: math.acosh(0.5),
    "atanh": lambda: math.atanh(1),
    "exp": lambda: math.exp(1000),
    "pow": lambda: math.pow(10, 400),
    "pow root": lambda: math.pow(-1, 0.5),
    "pow zero": lambda: math.pow(0, -1),
    "fmod": lambda: math.fmod(1, 0),
    "sin": lambda: math.sin(math.inf),
    "gamma": lambda: math.gamma(-1),
    "gamma large": lambda: math.gamma(200),
    "ldexp": lambda: math.ldexp(1, 2000),
    "text": lambda: math.sqrt("4"),
    "none": lambda: math.sin(None),
    "large int": lambda: math.sqrt(10**400),
    "isclose": lambda: math.isclose(1, 1, rel_tol=-1),
    "zero": lambda: 0.0**-1,
}
for name, call in calls.items():
    try:
        print(name, call())
    except Exception as error:
        print(name, type(error).__name__, error)
#: objects that say what number they are
import math


class Celsius:
    def __init__(self, degrees):
        self.degrees = degrees

    def __float__(self):
        return float(self.degrees)

    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


class Index:
    def __index__(self):
        return 12


class Money(float):
    pass


class Plain:
    pass


c = Celsius(2.25)
print(math.sqrt(c), math.floor(c), math.ceil(c), math.trunc(c), math.isnan(c), math.pow(c, 2))
print(math.gcd(Index(), 18), math.factorial(Index()), math.sqrt(Index()), math.comb(Index(), 2))
print(math.sqrt(Money(6.25)), math.floor(Money(2.5)), math.fsum([c, Money(1), 2]), math.hypot(Celsius(3), 4))
for function in (math.sqrt, math.floor, math.trunc, math.factorial, math.fsum):
    try:
        function(Plain())
    except TypeError as error:
        print(function.__name__, error)
