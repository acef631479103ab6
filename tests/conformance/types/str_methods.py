#: case
for s in ("hello World", "ÄÖÜ straße", "ǆ", "İ", "ΑΣ", "ﬁ", "", "they're bill's"):
    print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
#: predicates
for s in ("abc", "ABC", "Abc Def", "123", "12.3", "½", "²", "٣", "", " ", "\t\n", "a1", "_x", "class", "é", "x\n"):
    print(repr(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.islower(), s.isupper(), s.istitle(), s.isspace(), s.isidentifier(), s.isprintable(), s.isascii())
#: searching
s = "abracadabra"
print(s.find("bra"), s.find("bra", 2), s.find("x"), s.rfind("bra"), s.rfind("a", 0, 5), s.index("cad"), s.rindex("a"), s.count("a"), s.count("a", 2, -1), s.count(""))
print(s.startswith("abra"), s.startswith(("x", "ab")), s.endswith("bra"), s.endswith(("x", "dabra"), 3), s.startswith("bra", 1), s.endswith("", 20), "" in s, "cad" in s, "ca" not in s)
for action in (lambda: s.index("x"), lambda: s.rindex("x"), lambda: s.startswith(1), lambda: s.startswith(["a"]), lambda: 1 in s, lambda: s.find(1), lambda: s.count(None), lambda: s.startswith(("a", 1)), lambda: s.endswith(5)):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
#: splitting
print("a,b,,c".split(","), "a,b,,c".split(",", 1), " a  b c ".split(), " a  b c ".split(None, 1), "".split(), "".split(","), "abc".split("abc"), "a  b".split(" "))
print("a,b,,c".rsplit(",", 1), " a  b c ".rsplit(None, 1), "a--b--c".rsplit("--"), "a b c d".rsplit(maxsplit=2), "x".split(sep="x", maxsplit=5))
print("a\nb\r\nc\rd\x0be\u2028f".splitlines(), "a\nb\n".splitlines(True), "\n".splitlines(), "".splitlines(), "a\n\nb".splitlines(keepends=True))
print("k=v=w".partition("="), "kv".partition("="), "k=v=w".rpartition("="), "kv".rpartition("="))
for action in (lambda: "a".split(""), lambda: "a".split(1), lambda: "a".partition(""), lambda: "a".partition(1), lambda: "a".rsplit(""), lambda: "a".split(",", "1"), lambda: "a".split(",", x=1)):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
#: joining
print(",".join(["a", "b"]), "-".join("abc"), "".join([]), ", ".join(str(i) for i in range(3)), "x".join(("a",)), " ".join({"k": 1, "l": 2}))
for action in (lambda: ",".join([1]), lambda: ",".join(["a", None]), lambda: ",".join(5), lambda: ",".join(["a", b"b"]), lambda: "".join(None)):
    try:
        print(action())
    except TypeError as error:
        print(error)
#: stripping, removing, replacing
print(repr("  a b \n".strip()), "xxabcxx".strip("x"), "abcba".lstrip("ab"), "abcba".rstrip("ab"), repr("\u3000a\xa0".strip()), "www.example.com".strip("cmowz."), "a".strip(None))
print("test_name".removeprefix("test_"), "name.py".removesuffix(".py"), "a".removeprefix("b"), "a".removesuffix(""), "aa".removeprefix("a"))
print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"), "aaa".replace("a", "b", count=1), "aXbX".replace("X", ""))
for action in (lambda: "a".strip(1), lambda: "a".removeprefix(1), lambda: "a".replace("a"), lambda: "a".replace("a", 1), lambda: "a".replace("a", "b", "c")):
    try:
        print(action())
    except TypeError as error:
        print(error)
#: filling
print("abc".ljust(6) + "|", "abc".rjust(6, "*"), "abc".center(8, "-"), "abc".center(6) + "|", "ab".center(5, "x"), "abc".center(2), "42".zfill(5), "-42".zfill(5), "+4".zfill(4), "abc".zfill(2), "".zfill(3), "a\tb\tc".expandtabs(4), "ab\tc".expandtabs(), "\t".expandtabs(0) + "|", "a\n\tb".expandtabs(3))
for action in (lambda: "a".ljust("5"), lambda: "a".ljust(5, "ab"), lambda: "a".center(5, 1), lambda: "a".zfill("3"), lambda: "a".rjust(3, "")):
    try:
        print(action())
    except TypeError as error:
        print(error)
#: translate and maketrans
table = str.maketrans({"a": "1", "b": None, ord("c"): "see", "d": 100})
print("abcde".translate(table), "hello".translate(str.maketrans("el", "ip")), "hello".translate(str.maketrans("l", "r", "h")), sorted(str.maketrans("ab", "xy", "z").items()))
class Upper(dict):
    def __missing__(self, key):
        return chr(key).upper()
print("abc".translate(Upper()), "abc".translate({97: "AA"}))
for action in (lambda: str.maketrans("ab", "x"), lambda: str.maketrans({"ab": 1}), lambda: str.maketrans("a"), lambda: str.maketrans({1.5: 2}), lambda: "a".translate({97: 1.5}), lambda: "a".translate({97: 2 ** 21})):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
#: encode and decode
print("aé€😀".encode(), "aé".encode("latin-1"), "aé".encode("ascii", "ignore"), "aé".encode("ascii", "replace"), "aé€".encode("ascii", "xmlcharrefreplace"), "aé€😀".encode("ascii", "backslashreplace"), "a".encode("utf-16-le"), "aé".encode(encoding="utf8", errors="strict"))
print(b"a\xc3\xa9".decode(), b"\xe9".decode("latin1"), b"\xff\xfea\x00".decode("utf-16"), b"a\xff".decode("utf-8", "replace"), b"a\xff".decode("utf-8", "ignore"), b"a\xff".decode("ascii", "backslashreplace"), b"a\xc3".decode(errors="replace"))
for action in (lambda: "é".encode("ascii"), lambda: "aé€".encode("latin-1"), lambda: b"\xff".decode(), lambda: b"a\xc3".decode(), lambda: b"\xe9".decode("ascii"), lambda: "a".encode("nope"), lambda: b"a".decode("nope"), lambda: "é€é".encode("ascii"), lambda: "é".encode("ascii", "nope"), lambda: b"\xe2\x28\xa1".decode()):
    try:
        print(action())
    except (UnicodeError, LookupError) as error:
        print(type(error).__name__, error)
try:
    "aé".encode("ascii")
except UnicodeEncodeError as error:
    print(error.encoding, error.object, error.start, error.end, error.reason)
#: indexing, slices and operators
s = "python"
print(s[0], s[-1], s[1:4], s[::-1], s[::2], s[10:], s[-3:], s[4:1:-1], s * 2, 2 * s, s * 0, s * -1, s + "!", "th" in s, len(s), min(s), max(s), sorted(s), list(reversed(s)), s < "q", s >= "python", s[True])
for action in (lambda: s[10], lambda: s["a"], lambda: s[1.0], lambda: s + 1, lambda: 1 + s, lambda: s * 1.5, lambda: s - "a", lambda: s * s, lambda: s[::0], lambda: s["a":], lambda: s < 1, lambda: -s, lambda: s[None]):
    try:
        print(action())
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
for action in ("s[0] = 'x'", "del s[0]", "s.x = 1", "del s.upper", "s.nope", "s.Upper", "s.appendd"):
    try:
        exec(action)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
#: repr and ascii
for s in ("it's", 'say "hi"', "it's \"both\"", "tab\t nl\n cr\r bs\\", "\x00\x07\x1b\x7f\x80\xa0\xad", "é€😀", "\u200b\u2028\ue000", ""):
    print(repr(s), ascii(s))
print(ascii(["é"]), repr("\N{SNOWMAN}"), "\x41\u0042\U00000043\103\0", "a\
b", r"\n\"", "a" "b" 'c')
#: constructor
print(str(), str(5), str(None), str(b"abc"), str(b"abc", "ascii"), str(b"\xc3\xa9", encoding="utf-8"), str(b"\xff", errors="replace"), str(object=3.5), str([1, "a"]))
for action in (lambda: str("a", "utf-8"), lambda: str(5, "utf-8"), lambda: str(b"a", 5), lambda: str(1, 2, 3, 4), lambda: str(x=1)):
    try:
        print(action())
    except TypeError as error:
        print(error)
#: dunder methods called by name
print("a".__add__("b"), "a".__mul__(3), "a".__rmul__(2), "abc".__getitem__(1), "abc".__len__(), "abc".__contains__("b"), "a".__eq__("a"), "a".__lt__("b"), "a".__eq__(1), "a".__str__(), "a".__repr__(), "%s!".__mod__("x"), "a".__hash__() == hash("a"), list("ab".__iter__()), "x".__format__(">3"), "a".__ne__("b"), "b".__ge__("a"))
print(str.upper("abc"), list(map(str.strip, [" a ", "b "])), str.join("-", "ab"), sorted(["b", "A", "c"], key=str.lower), "abc".upper.__name__, str.upper.__qualname__, "a".upper.__qualname__)
for action in (lambda: str.upper(5), lambda: str.upper(), lambda: "a".upper(1), lambda: "a".__add__(1), lambda: "a".center(), lambda: "a".find(), lambda: "a".join(), lambda: "a".split(1, 2, 3)):
    try:
        print(action())
    except TypeError as error:
        print(error)
#: str.format
print("{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{x} {y[k]} {z.real}".format(x=1, y={"k": 5}, z=3), "{0[1]} {0[0]}".format([7, 8]), "{{}}".format(), "{:>{w}}|{:<{}}|".format("a", "b", 4, w=3), "{!r} {!s} {!a}".format("é", "é", "é"), "{0!r:>6}".format("a"), "{:%Y}".format(type("D", (), {"__format__": lambda s, f: "F" + f})()))
for fmt, args, kwargs in (("{} {}", (1,), {}), ("{x}", (), {}), ("{0} {}", (1, 2), {}), ("{} {0}", (1, 2), {}), ("{", (), {}), ("}", (), {}), ("{!x}", (1,), {}), ("{0.nope}", (1,), {}), ("{0[5]}", ([1],), {}), ("{:d}", ("a",), {}), ("{0[k]}", ({},), {}), ("{a.b", (), {}), ("{:{}}", (1,), {}), ("{!}", (1,), {}), ("{0", (1,), {}), ("{:.2f", (1,), {})):
    try:
        print(fmt.format(*args, **kwargs))
    except (IndexError, KeyError, ValueError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)
class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"
print("{a} {b}".format_map(Default(a=1)), "{a}".format_map({"a": 2}))
#: unicode
s = "añ😀e\u0301"
print(len(s), [hex(ord(c)) for c in s], s[2], s[::-1] == "\u0301e😀ña", "ß".upper(), "ŉ".upper(), "ǅ".lower(), "Σ".lower(), "ΟΔΟΣ".lower(), chr(0x1F600), ord("€"))
for action in (lambda: chr(-1), lambda: chr(0x110000), lambda: ord("ab"), lambda: ord(""), lambda: ord(5), lambda: chr("a"), lambda: chr(1.5), lambda: ord(b"ab")):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(ord(b"a"), ord(bytearray(b"z")), chr(97))
#: subclass of str
class Name(str):
    def __new__(cls, text, tag=None):
        self = super().__new__(cls, text)
        self.tag = tag
        return self

    def shout(self):
        return self.upper() + "!"

    def __str__(self):
        return "<" + super().__str__() + ">"

n = Name("bob", 3)
print(n, repr(n), n.tag, n.shout(), type(n.upper()).__name__, n == "bob", {n: 1}["bob"], f"{n}", f"{n:>6}", "%s" % n, "-".join([n, n]), n + "x", len(n), n[0], isinstance(n, str), hash(n) == hash("bob"), "b" in n, str(n), str.__str__(n))
