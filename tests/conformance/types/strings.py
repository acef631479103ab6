s = "Hello, World"
print(s[0], s[-1], s[2:5], s[:3], s[-5:], s[::-1], s[::3], s[10:100], s[5:2], len(s))
print(s.upper(), s.lower(), s.swapcase(), s.title(), "hELLO wORLD".capitalize(), "ß".upper(), "İ".lower() == "i̇")
print("a,b,,c".split(","), "  a  b ".split(), "a b c d".split(" ", 2), "a b c".rsplit(" ", 1), "x".split(","), "".split(), "".split(","))
print("one\ntwo\r\nthree".splitlines(), "a\nb\n".splitlines(True), "a=b=c".partition("="), "a=b=c".rpartition("="), "abc".partition("x"))
print("-".join(["a", "b"]), "".join("abc"), ", ".join(map(str, range(3))), "x".join([]))
print("  pad ".strip() + "|", "xxaxx".strip("x"), "xxa".lstrip("x"), "axx".rstrip("x"), "abcba".strip("ab"))
print("banana".find("an"), "banana".rfind("an"), "banana".find("x"), "banana".index("n"), "banana".count("a"), "banana".count("ana"), "banana".find("a", 2), "abc".count(""))
print("banana".replace("a", "o"), "banana".replace("a", "o", 2), "abc".replace("", "-"), "aaa".replace("aa", "b"))
print("abc".startswith("ab"), "abc".endswith(("x", "bc")), "abc".startswith("b", 1), "abc".removeprefix("a"), "abc".removesuffix("bc"))
print("42".zfill(5), "-42".zfill(5), "x".center(5, "*"), "x".ljust(3) + "|", "x".rjust(3), "ab".center(5, "."), "ab".center(1))
print("123".isdigit(), "12a".isdigit(), "abc".isalpha(), "ab1".isalnum(), " \t".isspace(), "".isalpha(), "Ab".isupper(), "AB".isupper(), "ab".islower(), "Ab Cd".istitle(), "a1_".isidentifier(), "½".isnumeric(), "²".isdigit(), "٣".isdecimal())
print("abc" < "abd", "a" < "B", "" < "a", "abc" == "abc", "a" in "cat", "at" in "cat", "x" not in "cat", "" in "a")
print("ab" * 3, 3 * "ab", "ab" * 0, "a" + "b", "a" "b" 'c')
print(ord("a"), chr(97), ord("€"), chr(128512), [ord(c) for c in "añ😀"], len("😀é"))
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("tab\t nl\n \\ \x00 \x7f é \u200b 😀"), ascii("é😀\n"))
print("a\tb".expandtabs(4), "\x41\u0042\N{LATIN SMALL LETTER C}\103", r"raw\n", "multi\
line", """triple "quoted" text""")
print("hello".translate({ord("h"): "j", ord("l"): None}), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1}))
print(sorted("banana"), list("abc"), tuple("ab"), set("a"), max("hello"), min("hello"), "".join(reversed("abc")))
print(str(5), str(None), str([1, "a"]), str(), str(b"x"), str(b"caf\xc3\xa9", "utf-8"))
print("é".encode(), "é".encode("latin-1"), b"\xc3\xa9".decode(), "a😀".encode("utf-16-le"), "é".encode("ascii", "replace"), b"\xff".decode("utf-8", "ignore") == "")
print("Hello".casefold() == "hELLO".casefold(), "%s" % "x", "a-b_c".split("-"), "abc".index("c"), "z" > "a" > "A")
print("{:>10}|{:<10}|{:^10}".format("a", "b", "c"), "{0!r:>5}".format("x"), "abc".__len__(), "abc".__contains__("b"), "x".__add__("y"))
for i, c in enumerate("hey"):
    print(i, c, end=" ")
print()
text = "the quick brown fox jumps over the lazy dog the end"
counts = {}
for word in text.split():
    counts[word] = counts.get(word, 0) + 1
print(counts, sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:3])
for action in (
    lambda: "abc"[5],
    lambda: "abc".index("x"),
    lambda: "a" + 1,
    lambda: s["a"],
    lambda: ",".join([1]),
    lambda: "%d" % "x",
    lambda: "%s %s" % "one",
    lambda: "%s" % (1, 2),
    lambda: "{} {}".format(1),
    lambda: "{name}".format(),
    lambda: "abc".split(""),
    lambda: ord("ab"),
    lambda: chr(-1),
    lambda: "é".encode("ascii"),
    lambda: b"\xff".decode(),
    lambda: 1 in "abc",
    lambda: "abc".nothing,
    lambda: "x".center("y"),
    lambda: str(b"x", "no-such"),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
