name, n, x = "Ada", 42, 3.14159265
print(f"{name} {n} {x}", f"{{literal}} {{{n}}}", f"")
print(f"{n + 1} {name.upper()} {[i for i in range(3)]} {'nested ' + f'{n}'}")
print(f"{n:5}|{n:<5}|{n:>5}|{n:^5}|{n:05}|{n:+}|{n: }|{-n:=6}|{n:*^7}|")
print(f"{name:6}|{name:<6}|{name:>6}|{name:^7}|{name:.2}|{name:-^9.1}|")
print(f"{x:.2f} {x:8.3f} {x:<8.1f}| {x:e} {x:.3e} {x:g} {x:.3g} {x:010.2f} {x:+.1f} {x:.0f}")
print(f"{1234567:,} {1234567.891:,.2f} {1234567:_} {255:x} {255:X} {255:#x} {255:o} {255:b} {255:#b} {255:08b} {65:c}")
print(f"{0.256:%} {0.256:.1%} {1:.0%} {-0.5:.2%}")
print(f"{1e10:g} {1e-5:g} {1e20} {123456789.0:g} {100000:g} {0.0001:g} {0.00001:g} {1e100:.3}")
print(f"{name!r} {name!s:>5} {'é'!a} {n!r:>4}")
print(f"{name=} {n=:5} {x=:.2f} {n + 1 = } {name=!s}")
width, precision = 10, 3
print(f"{x:{width}.{precision}f}|{name:{'>'}{width}}|{n:{width}}")
print(f"{True} {None} {True:d} {True:5} {[1, 'a']} {(1,)} {{'a': 1}}")
print(f"{3.0} {3:.1f} {10**20:,} {-7 // 2} {2**100:e} {float('inf')} {float('nan'):.2f} {-0.0}")
print(f"""multi {
    n
} line""")
print(f"{'a' if n > 3 else 'b'} {n if n else 0} {(lambda v: v * 2)(3)}")
print(f"{name['A' == 'B']}" f" joined" " plain")
print(f"{'quotes "inside"'} {name + "!"}")
d = {"key": "value"}
print(f"{d['key']} {d["key"]:>8}")
print(f'{n!s}{n!r}' rf"\n{n}")
print("%s is %d years and %.1f%% (%5s|%-5s|%05d|%x|%r)" % ("Ada", 36, 99.5, "a", "b", 42, 255, "q"))
print("%(a)s %(b)03d" % {"a": 1, "b": 2}, "%s" % [1], "%c%c" % ("x", 65), "%+d % d %e" % (1, 2, 3.5))
print("{} {}".format(1, "a"), "{1} {0}".format("a", "b"), "{x:>4}|{y!r}".format(x=1, y="s"))
print("{0.real} {1[0]} {2[k]} {3:{4}}".format(5, [6], {"k": 7}, 8, 4))
print(format(3.14159, ".2f"), format(42, "08b"), format("s", ">3"), format(7), "{:,}".format(10**6))
for spec in ("d", ".2q", "s", ","):
    try:
        print(format(1.5, spec))
    except ValueError as error:
        print(spec, error)
for value, spec in (("text", "d"), (5, "s"), ("t", "=5"), (5, ".2"), ([], "5")):
    try:
        print(format(value, spec))
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(f"{12345.6789:_.1f} {0.1 + 0.2:.20f} {1/3:.3} {2.5:.0f} {3.5:.0f} {1e16:.0f} {5:.2%}")
