print(7 // 2, -7 // 2, 7 // -2, 7 % 3, -7 % 3, 7 % -3, divmod(-7, 2), divmod(7, -2))
print(2**10, 2**100, (-2) ** 3, -(2**2), 2**-1, 0**0)
print(10**30 + 1, 10**30 // 7, 10**30 % 7, -(10**30) // 7, 10**30 * 10**30)
print(123456789012345678901234567890 - 123456789012345678901234567889)
print(1 << 100, (1 << 100) >> 98, -1 >> 5, -8 >> 1, 5 & 3, 5 | 3, 5 ^ 3, ~5, -5 & 0xFF)
print((1 << 70) & (1 << 70) - 1, (1 << 70) | 1, (1 << 70) ^ (1 << 69), ~(1 << 70))
print(0b1010, 0o17, 0xFF, 1_000_000, int("1_000"))
print(int("42"), int("-7"), int(" 8 "), int("ff", 16), int("0b11", 0), int("z", 36), int(3.99), int(-3.99), int(True))
print(bin(10), oct(64), hex(255), bin(-5), hex(2**70))
print(abs(-5), pow(2, 10), pow(2, 10, 1000), pow(3, -1, 7), round(1234, -2), round(1250, -2), round(15, -1), round(25, -1))
print((5).bit_length(), (255).bit_count(), (2**70).bit_length(), (5).numerator, (5).real, (-3).__abs__())
print((258).to_bytes(2, "big"), int.from_bytes(b"\x01\x02", "little"))
print(5 == 5.0, 2**53 + 1 == 2.0**53, 10**25 == 1e25, 2**70 > 1e20, hash(5) == hash(5.0), hash(True) == 1)
print(True + True, True * 5, sum([True, False, True]), bool(0), bool(-1), True & False, True | 2, not 5)
print(str(10**25), repr(-0), f"{10**25:,}", len(str(2**1000)), sum(map(int, str(2**1000))))
print(max(3, 10**20, -5), min(3, -(10**20)), sorted([3, 10**20, -1, 2]))
print(5 / 2, 4 / 2, 10**30 / 10**28, 1 / 3, (2**1000) / (2**999))
a = 1
for _ in range(25):
    a = a * 3 + 1
print(a, a % 1000007, a**3)
print(int(1e20), int(2.5e15), 3 .bit_length(), 1 if 2**64 else 0)
print(*(n for n in range(-5, 6) if n % 3 == 1))
print(isinstance(True, int), type(True + 0).__name__, type(5 // 2.0).__name__)
for action in (
    lambda: 1 // 0,
    lambda: 1 % 0,
    lambda: 1 / 0,
    lambda: 0**-1,
    lambda: int("x"),
    lambda: int("12", 2),
    lambda: int(None),
    lambda: int("1.5"),
    lambda: 1 << -1,
    lambda: int(float("inf")),
    lambda: int(float("nan")),
    lambda: 1 + "1",
    lambda: -"x",
    lambda: "3" * "4",
    lambda: 10**400 / 1.5,
    lambda: [] + 1,
    lambda: 1 < "2",
    lambda: pow(2, -1, 4),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
