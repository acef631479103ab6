print(0.1 + 0.2, 1.0, 1e16, 1e15, 123456789.123456789, 1e-4, 1e-5, 1e22, 1.5e300, 5e-324, 1.7976931348623157e308)
print(3.0, -0.0, 0.1, 1 / 3, 2 / 3, 100.0, 1e100, 12345678901234567.0, 9007199254740993.0)
print(float("1.5"), float(" 2e3 "), float("inf"), float("-inf"), float("nan"), float("1_0.5"), float(3), float("-0"))
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, divmod(7.5, 2), 7.5 % -2, 2.0**0.5, 2**0.5, (-8) ** 3.0, 0.0 == -0.0)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1.005, 2), round(1234.567, -2), round(0.5), round(1e20), round(2.0, 1))
print(int(2.9), int(-2.9), (2.0).is_integer(), (2.5).is_integer(), (0.75).as_integer_ratio(), (1.5).hex())
inf, nan = float("inf"), float("nan")
print(inf + 1, inf - inf, inf * 0, -inf < inf, nan == nan, nan != nan, nan < 1, 1 / inf, inf > 10**400)
print(nan in [nan], [nan] == [nan], max(1.0, 2), min(1, 1.0), sum([0.1] * 10), sum([0.1] * 3))
print(1.5 + 1, 1 + 1.5, 2 * 0.5, 1 - 0.9, 3 * 1.1, 1e308 * 10, 5 // 0.3, 1e-400)
print(1.0 < 2 <= 2.0, 1 == 1.0, hash(1.0) == hash(1), 0.1 + 0.2 == 0.3, abs(-1.5), -(-1.5), +1.5)
print(repr(1.1), str(1.1), f"{1.1}", [1.1, 2.0], 1e3, 1.0e-10, 0.00001234, 123e-7, 1234567.0, 0.1 * 3)
print(4.35 * 100, 1.1 + 2.2, 0.7 + 0.1, 1e23, 8.41e21, 2.0**70, 10.0**15, 10.0**16, 10.0**17)
print(sum([1e100, 1.0, -1e100]), sum((0.1, 0.2, 0.3)), sum([1, 2.5]))
print(format(2.0, ""), format(1e20, "f"), format(1e-7, ".10f"), format(0.5, "g"), format(1e6, "g"), format(1e5, "G"), format(1234.5, "n"))
print(3.7 .__floor__() if hasattr(3.7, "__floor__") else 3, (3.7).__trunc__(), bool(0.0), bool(nan))
print(1e0, 1E5, .5, 5., 1_0.0_1, 0.1e1)
print(type(1.0 + 1).__name__, type(1 * 1.0).__name__, isinstance(1.0, int), 1.0 .real, (1.5).imag)
one = [1]
for action in (
    lambda: 1.0 / 0,
    lambda: 1.0 // 0,
    lambda: 1.0 % 0,
    lambda: 0.0**-1,
    lambda: float("x"),
    lambda: float(""),
    lambda: float([]),
    lambda: 1.5 & 1,
    lambda: round(nan),
    lambda: round(inf),
    lambda: 1.5 + "a",
    lambda: "a" * 1.5,
    lambda: one[1.0],
    lambda: range(1.5),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
