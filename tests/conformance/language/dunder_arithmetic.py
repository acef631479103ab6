class Vector:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"

    def __str__(self):
        return f"<{self.x} {self.y}>"

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(self.x + other.x, self.y + other.y)

    def __radd__(self, other):
        return self if other == 0 else NotImplemented

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    def __rmul__(self, factor):
        return self * factor

    def __matmul__(self, other):
        return self.x * other.x + self.y * other.y

    def __iadd__(self, other):
        print("in place")
        self.x += other.x
        self.y += other.y
        return self

    def __neg__(self):
        return Vector(-self.x, -self.y)

    def __pos__(self):
        return self

    def __abs__(self):
        return (self.x**2 + self.y**2) ** 0.5

    def __invert__(self):
        return Vector(self.y, self.x)

    def __bool__(self):
        return bool(self.x or self.y)

    def __eq__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __round__(self, digits=None):
        return Vector(round(self.x, digits), round(self.y, digits))

    def __format__(self, spec):
        return f"({self.x:{spec}}, {self.y:{spec}})"


a, b = Vector(1, 2), Vector(3, 4)
print(a + b, a - b, a * 3, 3 * a, a @ b)
print(repr(a), [a, b], f"{a} {a!r} {a:.1f}")
print(-a, +a, ~a, abs(b), bool(Vector(0, 0)), not a)
print(sum([a, b]), a == Vector(1, 2), a != b, a == 5)
print(len({a, Vector(1, 2), b}), round(Vector(1.26, 3.14159), 1))
c = a
a += b
print(a, c is a)
for operation in (lambda: b + 1, lambda: "x" - b, lambda: b // 2, lambda: b < a):
    try:
        operation()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Number:
    def __init__(self, n):
        self.n = n

    def __floordiv__(self, other):
        return f"{self.n} // {other}"

    def __rfloordiv__(self, other):
        return f"{other} // {self.n}"

    def __mod__(self, other):
        return f"{self.n} % {other}"

    def __truediv__(self, other):
        return f"{self.n} / {other}"

    def __pow__(self, other):
        return f"{self.n} ** {other}"

    def __rpow__(self, other):
        return f"{other} ** {self.n}"

    def __divmod__(self, other):
        return self // other, self % other

    def __lshift__(self, other):
        return f"{self.n} << {other}"

    def __rrshift__(self, other):
        return f"{other} >> {self.n}"

    def __and__(self, other):
        return f"{self.n} & {other}"

    def __ror__(self, other):
        return f"{other} | {self.n}"

    def __xor__(self, other):
        return f"{self.n} ^ {other}"

    def __int__(self):
        return self.n

    def __float__(self):
        return self.n + 0.5

    def __index__(self):
        return self.n


n = Number(2)
print(n // 3, 3 // n, n % 3, n / 3, n**3, 3**n, divmod(n, 3))
print(n << 1, 1 >> n, n & 1, 1 | n, n ^ 1)
print(int(n), float(n), [10, 20, 30][n], list(range(n)), hex(n))
