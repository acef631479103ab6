#: literals, attributes and repr
for c in (1j, 0j, -0j, 1 + 2j, 1 - 2j, -1j, 2.5j, 1e20j, 1e16 + 1j, complex(1, -0.0), complex(-0.0, 1), complex("inf"), complex("nan")):
    print(repr(c), str(c), c.real, c.imag)
print(type(1j), isinstance(1j, complex), complex.__name__)
print(complex(1, float("inf")), complex(float("nan"), -1), 0x10 + 1_0j)
#: constructor
print(complex(), complex(3), complex(3, 4), complex(1.5), complex(True), complex(1j), complex(real=1, imag=2), complex(imag=5))
for text in ("1+2j", " 3-4J ", "(1+1j)", "j", "-j", "+1e3j", "5", "1_0+2_0j", "inf-infj", "1.5e-3"):
    print(complex(text))
for bad in ("", "1 + 2j", "1+2", "abc", "1+2j3", "(1"):
    try:
        complex(bad)
    except ValueError as error:
        print(error)
#: constructor errors
for args in (("1", 2), (1, "2"), ([],), (1, None), (None,)):
    try:
        print(complex(*args))
    except TypeError as error:
        print(error)
#: arithmetic
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, -a, +a, a ** b, a ** 2, a ** -1, a ** 0.5, 2 ** a, a ** 0)
print(a + 1, 1 + a, 2.5 * a, a / 2, 1 / a, 1 - a, True + a)
print(abs(a), abs(-5j), abs(complex("inf")), a.conjugate(), a == 3 + 4j, 2 + 0j == 2, 1j != 1, 2 == 2 + 0j, 2.0 == 2 + 0j)
a += 1
a *= 1j
print(a, bool(0j), bool(1j), not 0j)
print(sum([1j, 2, 3.5]), (1j) ** 2, 1j ** 3, (-1) ** 0.5, (-8) ** (1 / 3))
#: what complex numbers refuse
for action in (lambda: 1j < 2j, lambda: 1j <= 2, lambda: 1 > 2j, lambda: 1.5 >= 2j, lambda: 1j // 2, lambda: 1j % 2, lambda: divmod(1j, 2), lambda: int(1j), lambda: float(1j), lambda: round(1j),
               lambda: 1j & 1, lambda: ~1j, lambda: 1j / 0, lambda: 0j ** -1, lambda: 0j ** 1j, lambda: 1j + "a", lambda: list("a")[1j],
               lambda: pow(1j, 2, 3), lambda: min(1j, 2j), lambda: "%d" % 1j, lambda: "%f" % 1j, lambda: range(1j)):
    try:
        print(action())
    except (TypeError, ZeroDivisionError, ValueError) as error:
        print(type(error).__name__, error)
#: format
c = 3.14159 - 2.5j
print(f"{c:.2f}", f"{c:>20.1f}|", f"{c}", format(c, ""), f"{c:+.1e}", f"{c:g}", f"{1+2j:.3}", f"{c:<20}|", f"{c:^24.2f}|")
print("%s %r" % (c, c), f"{c!r}", f"{12345.678+0j:,.1f}")
for spec in ("d", "05", "=10", "s", "%"):
    try:
        print(format(c, spec))
    except ValueError as error:
        print(error)
#: hash, equality and containers
print(hash(2 + 0j) == hash(2) == hash(2.0), hash(1j), hash(1 + 2j), hash(-1j))
d = {1: "one", 2 + 0j: "two", 1j: "i"}
print(d[1 + 0j], d[2], d[1j], {1, 1.0, 1 + 0j, True}, 3 in [3 + 0j])
print(sorted([3 + 1j, 1j, 2], key=abs), (1j,) == (1j,), complex(1, 2) is not None)
#: subclass and special methods
class Impedance(complex):
    def __repr__(self):
        return f"<{self.real:g} ohm, {self.imag:g}>"

z = Impedance(50, -25)
print(z, repr(z), z + 1, type(z + 1).__name__, abs(Impedance(3, 4)), z == 50 - 25j)


class Phasor:
    def __complex__(self):
        return 1 + 1j


class Float:
    def __float__(self):
        return 2.5


class Index:
    def __index__(self):
        return 7

print(complex(Phasor()), complex(Float()), complex(Index()), complex(Index(), Float()))
print((1 + 2j).__add__(1), (1 + 2j).__eq__(1 + 2j), (1 + 2j).__mul__("a"), (1 + 2j).__abs__(), (1j).__neg__(), (1j).__complex__())
print(complex.from_number(3), complex.from_number(2.5), complex.from_number(1j))
#: mandelbrot rows
for y in range(-4, 5, 2):
    row = ""
    for x in range(-12, 5):
        z, c = 0j, complex(x / 6, y / 4)
        for _ in range(20):
            z = z * z + c
            if abs(z) > 2:
                row += "."
                break
        else:
            row += "#"
    print(row)
#: roots of unity
for k in range(6):
    w = (0.5 + 3 ** 0.5 / 2 * 1j) ** k
    print(f"{w:.3f} {abs(w):.3f} {w ** 6:.3f}")
