#: literals, repr and constructor
print(b"abc", b'it\'s "x"', b"it's", b"\x00\xff\n\t\\", rb"\n", b"a" b"b", bytes(), bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), bytes(bytearray(b"q")), bytes.fromhex("00 ff 1A"), bytes((65, 66)))
class WithBytes:
    def __bytes__(self):
        return b"mine"
class Length:
    def __index__(self):
        return 2
print(bytes(WithBytes()), bytes(Length()), bytes(iter([1, 2])), bytes({65: 1}))
for action in (lambda: bytes("a"), lambda: bytes(-1), lambda: bytes([256]), lambda: bytes(["a"]), lambda: bytes(1.5), lambda: bytes(None), lambda: bytes(1, "utf-8"), lambda: bytes.fromhex("0"), lambda: bytes.fromhex("zz"), lambda: bytes([1, -1]), lambda: bytes("é", "ascii"), lambda: bytes.fromhex("00 f")):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
#: methods
b = b"Hello World"
print(b.upper(), b.lower(), b.swapcase(), b.title(), b"abc".capitalize(), b.find(b"o"), b.rfind(b"o"), b.find(111), b.index(b"W"), b.count(b"l"), b.count(108), b.replace(b"l", b"L", 2), b.split(), b.split(b"o"), b.rsplit(b"o", 1), b.partition(b" "), b.rpartition(b"o"), b.startswith(b"He"), b.endswith((b"x", b"ld")))
print(b"  x ".strip(), b"xxaxx".strip(b"x"), b"ab".ljust(4, b"."), b"ab".rjust(4), b"ab".center(5, b"*"), b"7".zfill(3), b"a,b".split(b","), b"-".join([b"a", b"b"]), b"a\nb\r\n".splitlines(), b"a\tb".expandtabs(4), b"abc".hex(), b"abc".hex("-"), b"abcd".hex(":", 2), b"pre_x".removeprefix(b"pre_"), b"x.py".removesuffix(b".py"))
print(b"abc".isalpha(), b"123".isdigit(), b"a1".isalnum(), b"abc".islower(), b"ABC".isupper(), b" \n".isspace(), b"Ab Cd".istitle(), b"ab".isascii(), b"\xff".isascii(), b"abc".translate(bytes.maketrans(b"ab", b"xy")), b"abc".translate(None, b"b"), b"abc".decode())
for action in (lambda: b.index(b"zz"), lambda: b.find("a"), lambda: b.split("a"), lambda: b.replace("a", "b"), lambda: b"-".join(["a"]), lambda: b.startswith("a"), lambda: b"a" in "a", lambda: "a" in b"a", lambda: 300 in b, lambda: b.count(300), lambda: b.split(b""), lambda: b"a".strip("a"), lambda: b.hex(5), lambda: b.ljust(3, "x")):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
#: indexing and operators
b = b"abcde"
print(b[0], b[-1], b[1:3], b[::-1], b + b"f", b * 2, 97 in b, b"bc" in b, len(b), list(b), b < b"b", b == b"abcde", b == "abcde", b != bytearray(b"x"), b == bytearray(b"abcde"), hash(b) == hash(b"abcde"), max(b), sorted(b"cab"), bytes(reversed(b)), b"%d %s %x %r" % (5, b"x", 255, "é"), b"%c%c" % (65, 66), b"%b" % b"q", b"%5.2f|" % 3.14159)
for action in (lambda: b[9], lambda: b + "a", lambda: b["a"], lambda: b * 1.5, lambda: b < "a", lambda: b"%s" % "a", lambda: b"%d" % "a", lambda: b + 1, lambda: {bytearray(): 1}, lambda: b"%c" % 300):
    try:
        print(action())
    except (TypeError, IndexError, OverflowError) as error:
        print(type(error).__name__, error)
for statement in ("b[0] = 1", "del b[0]"):
    try:
        exec(statement)
    except TypeError as error:
        print(error)
#: bytearray
a = bytearray(b"hello")
a[0] = 72
a.append(33)
a.extend(b"??")
a += b"."
a[1:3] = b"EEE"
del a[-1]
print(a, len(a), a.pop(), a.pop(0), a, a.index(b"l"), a.copy() == a, a.upper(), a[1], a[1:3], a * 2, a + b"x", b"x" + a, type(b"x" + a).__name__, type(a + b"x").__name__)
a.insert(0, 90)
a.remove(108)
a.reverse()
print(a, bytes(a), a.decode(), 90 in a, a.count(b"E"), list(a)[:2], repr(bytearray()), bytearray(3), bytearray("é", "utf8"), bytearray([1, 2]), a.hex(), bytearray.fromhex("0102"))
a.clear()
print(a, bool(a), bytearray(b"a") == b"a", bytearray(b"b") > b"a")
a = bytearray(range(10))
a[::2] = b"xxxxx"
del a[1::2]
print(a, a.resize(2), a)
for action in (lambda: a.append(300), lambda: a.append("a"), lambda: a.pop(50), lambda: a.remove(1), lambda: bytearray().pop(), lambda: a.extend("a"), lambda: a.extend([300]), lambda: hash(a), lambda: a.insert(0, -1), lambda: a.__setitem__(99, 1), lambda: a.__setitem__(0, "x"), lambda: a.__setitem__(0, 256), lambda: a.__setitem__(slice(0, 2, 2), b"xyz")):
    try:
        print(action())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
