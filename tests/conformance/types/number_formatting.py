values = [0, 7, -7, 12345, 1234567890, 10**21]
for spec in ("", "d", "5d", "<8", ">8", "^9", "+", " ", "08", "+08", ",", "_", "x", "#x", "X", "o", "b", "_b", "#_x", "e", ".2f", "%", "*^+12,", "=+9", "n"):
    print(f"{spec:8}", "|".join(format(value, spec) for value in values))
floats = [0.0, -0.0, 1.0, -1.5, 3.14159, 1234567.891, 1e-7, 2.5e20, 1e300, float("inf"), float("-nan")]
for spec in ("", ".0f", ".2f", "10.3f", "<10.1f", "^12.2f", "+.1f", " .1f", "010.2f", ",.2f", "_.1f", "e", ".2e", "E", "g", ".3g", ".10g", "G", "%", ".1%", "#.0f", ".3", "10", "z.0f"):
    print(f"{spec:8}", "|".join(format(value, spec) for value in floats))
for spec in ("", "s", "8", "<8", ">8", "^8", ".2", "*^8.3", "08"):
    print(f"{spec:8}", "|".join(format(value, spec) for value in ("", "a", "hello")))
for spec in ("%d", "%5d", "%-5d|", "%05d", "%+d", "%x", "%#x", "%o", "%e", "%.2f", "%8.3f", "%g", "%s", "%r", "%5s", "%-5s|", "%c", "%i", "%%%d", "%.0f", "%+.1e"):
    print(f"{spec:8}", spec % 65, spec % 1.0 if spec not in ("%x", "%#x", "%o", "%c") else "")
print("%s %r %a" % ("é", "é", "é"), "%.2s|%5.1s|" % ("abc", "xyz"), "%*d" % (6, 42), "%-*d|" % (6, 42), "%.*f" % (2, 3.14159))
table = [("name", "qty", "price"), ("apple", 3, 0.5), ("melon", 12, 3.25)]
print("{:<8}{:>5}{:>8}".format(*table[0]))
for name, quantity, price in table[1:]:
    print(f"{name:<8}{quantity:>5}{price:>8.2f}")
print("{:-^30}".format(" title "), "{:>{w}.{p}f}".format(2.71828, w=8, p=2), "{!r:*>6}".format("a"), "{:%}".format(0.5))
print(round(2.345, 2), round(-2.5), f"{0.125:.2f} {0.375:.2f} {2.675:.2f} {1e15 + 0.3:.1f} {9.995:.2f} {0.5:.0f} {1.5:.0f}")
print(str(1e15), str(1e16), str(123456789012345680.0), repr(0.1 + 0.7), str(1.0e-4), str(0.00001), 1e5, 1.5e-7)
