b = b"hello \x00\xff'"
print(b, len(b), b[0], b[1:4], b[-1], b + b"!", b"ab" * 2, b"ell" in b, 104 in b, list(b"abc"))
print(b"a,b".split(b","), b"-".join([b"x", b"y"]), b" x ".strip(), b"abc".upper(), b"abc".replace(b"b", b"?"), b"abc".find(b"c"), b"abc".startswith(b"a"))
print(b"abc".decode(), bytes(3), bytes([65, 66]), bytes("é", "utf-8"), b"\x01\xab".hex(), bytes.fromhex("01ff"), b"a" < b"b", b"" == bytes())
print(b'both \' and "', b"\t\n\\", rb"\n", hash(b"a") == hash(b"a"), {b"k": 1}[b"k"])
ba = bytearray(b"abc")
ba[0] = 88
ba.append(33)
ba += b"?"
ba.extend([65])
print(ba, len(ba), bytes(ba), ba[1:3], ba.decode(), ba == b"Xbc!?A")
print(None, None is None, None == 0, bool(None), repr(None), type(None).__name__, [None], None or "x")
print(..., Ellipsis is ..., type(...).__name__, NotImplemented, repr(type(5)), type, type(type).__name__, str, list[int])
print(type(1), type("s"), type(None), type([]), type(print).__name__, type(len), type(lambda: 0), type(ValueError()))


class Plain:
    pass


print(Plain, type(Plain()), [Plain], Plain.__qualname__, Plain.__module__)
print(bool(Plain()), Plain() == Plain(), callable(Plain), issubclass(Plain, object))
s = slice(1, 10, 2)
print(s, s.start, s.indices(5), slice(3), [0, 1, 2, 3][slice(1, 3)])
nothing = None
for action in (
    lambda: b"a" + "b",
    lambda: b"abc"[9],
    lambda: bytes([256]),
    lambda: bytes("x"),
    lambda: b"abc".__setitem__(0, 1),
    lambda: bytes(-1),
    lambda: None + 1,
    lambda: nothing.x,
    lambda: nothing(),
    lambda: nothing[0],
    lambda: bytes.fromhex("zz"),
    lambda: "a" in b"abc",
    lambda: ba.__setitem__(0, 256),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
