#: bit_length and bit_count
for n in (0, 1, -1, 255, 256, -256, 2 ** 100, -(2 ** 100) + 1, True):
    print(n, n.bit_length(), n.bit_count())
#: to_bytes and from_bytes
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, byteorder="little"), (-2).to_bytes(3, "big", signed=True), (5).to_bytes())
print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\x04\x00", byteorder="little"), int.from_bytes(b"\xff\xfe", signed=True))
print(int.from_bytes([1, 2, 3]), int.from_bytes(bytearray(b"\x01\x00")), int.from_bytes(b""), int.from_bytes(range(3), "little"))
for action in (lambda: (256).to_bytes(1), lambda: (-1).to_bytes(1), lambda: (1).to_bytes(-1), lambda: (1).to_bytes(1, "middle"),
               lambda: int.from_bytes("ab"), lambda: int.from_bytes([300]), lambda: (200).to_bytes(1, signed=True)):
    try:
        print(action())
    except (OverflowError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
#: ratio and parts
print((10).as_integer_ratio(), (-3).is_integer(), (7).real, (7).imag, (7).numerator, (7).denominator, (7).conjugate(), True.real)
print((5).__index__(), (5).__int__(), (5).__float__(), (5).__trunc__(), (5).__floor__(), (5).__ceil__(), (5).__round__(), (15).__round__(-1))
print(int.__name__, (3).__class__, (3).__add__(4), (3).__add__("a"), (3).__radd__(4), (3).__truediv__(2), (3).__divmod__(2), (3).__pow__(2, 5))
print((3).__lt__(4), (3).__eq__(3.0), (3).__bool__(), (-3).__abs__(), (3).__neg__(), (3).__invert__(), (3).__hash__(), (3).__format__("04d"))
#: the limit of digits
big = 10 ** 4299
print(len(str(big)))
for action in (lambda: str(10 ** 4300), lambda: int("1" * 4301), lambda: f"{10 ** 5000}", lambda: repr(10 ** 4300), lambda: "%d" % 10 ** 4300,
               lambda: int("9" * 5000, 16), lambda: hex(10 ** 5000)[:6], lambda: print(10 ** 4400), lambda: int("_".join("1" * 4301))):
    try:
        print(str(action())[:20])
    except ValueError as error:
        print(error)
#: parsing
for text, base in (("ff", 16), ("0xff", 16), ("0b101", 2), ("0o17", 8), ("z", 36), ("0x1f", 0), ("0b11", 0), ("017", 10), ("-0x1F", 0), (" 12 ", 10), ("1_000", 10), ("٣", 10)):
    print(int(text, base), end=" ")
print()
for text, base in (("12a", 10), ("", 10), ("0x", 16), ("9", 8), ("1__0", 10), ("_1", 10), ("010", 0), ("1.5", 10), ("- 1", 10), ("\n", 10)):
    try:
        print(int(text, base))
    except ValueError as error:
        print(error)
for args in (("10", 1), ("10", 37), (10, 2), ("10", "2"), ([],), (None,), ("1", 2.0)):
    try:
        print(int(*args))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
for number in (1e400, float("nan"), -float("inf")):
    try:
        print(int(number))
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
print(int(3.99), int(-3.99), int(1e20), int(True), int(b"12"), int(), int("0_1"))
#: division, remainder and powers of negative numbers
for a, b in ((7, 2), (-7, 2), (7, -2), (-7, -2), (0, 5), (2 ** 70, -3), (-(2 ** 70), 3)):
    print(a // b, a % b, divmod(a, b), a / b)
print(pow(2, -1), pow(3, -2), pow(2, 10, 1000), pow(3, -1, 7), pow(-3, 3, 7), pow(2, 0, 1), pow(5, 3, -7), 2 ** -1, (-2) ** 3, -2 ** 2, 0 ** 0)
for action in (lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: 0 ** -1, lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: divmod(1, 0),
               lambda: pow(2.0, 3, 5), lambda: 2 << -1, lambda: 2 >> -1, lambda: 1.5 << 1, lambda: 10 ** 400 / 1, lambda: 1.0 // 0, lambda: 1.0 % 0):
    try:
        print(action())
    except (ValueError, ZeroDivisionError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)
#: shifts and bits
print(1 << 100, -1 >> 10, -5 >> 1, 5 & -2, -5 | 3, -5 ^ 3, ~0, ~-1, 2 ** 70 & 2 ** 69 - 1, -(2 ** 70) >> 69, True & False, True | 2, True ^ True)
print(bin(-10), oct(64), hex(-255), bin(0), hex(2 ** 64), 0b1010, 0o17, 0xFF, 1_000_000, format(-10, "b"), format(255, "#x"), format(255, "#010b"))
#: rounding
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e16)], [round(x, -1) for x in (5, 15, 25, 14, -15, 1234)])
print(round(2.675, 2), round(1234.5678, -2), round(0.1 + 0.2, 5), round(5, 3), round(1e300, 5), round(-2.5), round(2.5, None), type(round(2.0)), type(round(2.5, 0)))
for action in (lambda: round("a"), lambda: round(1, "2"), lambda: round(float("nan")), lambda: round(float("inf")), lambda: round(1.5, 2.0)):
    try:
        print(action())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
#: hashes of numbers
print(hash(0), hash(1), hash(-1), hash(-2), hash(12345), hash(True), hash(0.0), hash(-0.0), hash(1.0), hash(-7.0), hash(float("inf")), hash(float("-inf")))
print(hash(10 ** 20) == hash(1e20), hash(3) == hash(3.0) == hash(3 + 0j), {1: "a", 1.0: "b", True: "c"})
#: subclass of int
class Meters(int):
    def __new__(cls, value, unit="m"):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __add__(self, other):
        return Meters(int(self) + other)

    def __repr__(self):
        return f"Meters({int(self)})"

    def __str__(self):
        return f"{int(self)} m"

m = Meters(5)
print(m, repr(m), m + 1, m * 2, type(m * 2).__name__, m == 5, hash(m) == hash(5), [10, 20, 30, 40, 50, 60][m], f"{m} {m:03d} {m!r}", m.unit)
print(range(m), "%d %s" % (m, m), isinstance(m, int), m.bit_length(), -m, abs(m), int(m), bool(Meters(0)), max(m, 3), sum([m, m]))
print(int.__new__(Meters, 7), Meters.__mro__)
