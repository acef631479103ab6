#: repr
for x in (0.1, 1.0, 1e16, 1e15, 123456789012345678.0, 1e-4, 1e-5, 0.1 + 0.2, 1 / 3, 2 / 3, 1e22, 1e23, 5e-324, 1.7976931348623157e308, -0.0, 100.0, 1e100, 12345.678e-10):
    print(x, end=" ")
print(float("inf"), -float("inf"), float("nan"), 1e400, -1e400)
#: hex and fromhex
for x in (1.0, -0.5, 3.14, 0.0, -0.0, 5e-324, 1e308, float("inf"), float("nan")):
    print(x.hex(), end=" ")
print()
for text in ("0x1.8p3", "0x1p-2", "1.8", "-0x.8p1", "inf", "nan", "0x1.fffffffffffffp+1023", "  0x10  ", "ff"):
    print(float.fromhex(text), end=" ")
print()
for bad in ("", "0x", "hello", "0x1p", "0x1p5000"):
    try:
        print(float.fromhex(bad))
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
#: ratio and is_integer
print((0.75).as_integer_ratio(), (-2.5).as_integer_ratio(), (0.1).as_integer_ratio(), (3.0).is_integer(), (3.5).is_integer(), float("inf").is_integer())
for x in (float("inf"), float("nan")):
    try:
        x.as_integer_ratio()
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
print((2.5).real, (2.5).imag, (2.5).conjugate(), (2.7).__trunc__(), (2.2).__ceil__(), (2.7).__floor__(), (2.5).__int__(), (2.5).__round__(), (2.5).__float__())
print(float.from_number(3), float.from_number(True))
#: parsing
for text in ("1", " 2.5 ", "1e3", "-.5", "5.", "1_000.5", "+inf", "-Infinity", "NaN", "1E-2", "٣.٥"):
    print(float(text), end=" ")
print(float(), float(True), float(10 ** 20), float(b"1.5"))
for bad in ("", "abc", "1__0", "1e", "0x10", "1 2", ".", "1.5.2", "--1"):
    try:
        print(float(bad))
    except ValueError as error:
        print(error)
for bad in ([], None, 1j, {}):
    try:
        print(float(bad))
    except TypeError as error:
        print(error)
try:
    float(10 ** 400)
except OverflowError as error:
    print(error)
#: arithmetic
print(7.5 // 2, 7.5 % 2, -7.5 // 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2), divmod(7.5, -2), 2.0 ** 0.5, (-2.0) ** 3, 2.0 ** -2, 0.0 ** 0, 1e308 * 10, -1e308 * 10)
print(0.1 + 0.2, 0.1 * 3, 1.1 + 2.2, 3 * 1.1, 1 - 0.9, 5 / 2, 4 / 2, -0.0 + 0, 0.0 == -0.0, 1e16 + 1, float("nan") == float("nan"), 1.0 == 1)
for action in (lambda: 0.0 ** -1, lambda: 1.0 / 0, lambda: 1.5 // 0.0, lambda: 1.5 % 0.0, lambda: divmod(1.5, 0), lambda: 1.5 & 1,
               lambda: ~1.5, lambda: "a" * 1.5, lambda: [1] * 2.0, lambda: list("ab")[1.0], lambda: range(1.5)):
    try:
        print(action())
    except (OverflowError, ZeroDivisionError, TypeError) as error:
        print(type(error).__name__, error)
print(float("inf") - float("inf"), float("inf") * 0, float("inf") // 1, 5 % float("inf"), -5 % float("inf"), float("nan") > 1, max(float("nan"), 1), min(1, float("nan")))
#: comparisons of ints and floats are exact
print(2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53, 10 ** 400 > 1e308, 10 ** 400 < float("inf"), -(10 ** 400) > float("-inf"))
print(1 < 1.5 < 2, 3 == 3.0 == True + 2, sorted([2, 1.5, True, -3.5, 10 ** 20]), 0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9)
#: methods called on the class
print(float.__add__(1.5, 2), float.__eq__(1.5, 1.5), (1.5).__lt__(2), (1.5).__add__("a"), (1.5).__mul__(2), (1.5).__rsub__(3), (1.5).__hash__() == hash(1.5), (1.5).__bool__())
print(float.hex(2.0), float.is_integer(2.0), (1.5).__repr__(), (1.5).__format__(".3f"), (5.5).__mod__(2), (5.5).__divmod__(2), (5.5).__floordiv__(2), (2.0).__pow__(3), (-1.5).__abs__(), (1.5).__neg__())
#: subclass of float
class Celsius(float):
    def __str__(self):
        return f"{float(self):.1f} C"

    def fahrenheit(self):
        return self * 9 / 5 + 32

c = Celsius(21.55)
print(c, repr(c), c + 1, c.fahrenheit(), f"{c:.2f}", f"{c}", Celsius("3.5"), c > 20, round(c), sorted([Celsius(3), Celsius(1)])[0], type(c).__name__)
