#: match search and fullmatch
import re

print(re.match(r"\d+", "123abc"), re.match(r"\d+", "abc"), re.search(r"[a-c]+", "xxabcc"))
print(re.fullmatch(r"\w+@\w+\.com", "ada@example.com"), re.fullmatch("a|ab", "ab"), re.fullmatch("a", "ab"))
m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)(-(?P<day>\d\d))?", "on 2024-03 at")
print(m.group(), m.group(1, 2), m["year"], m[2], m.groups(), m.groups("none"), m.groupdict())
print(m.span(), m.start(2), m.end("month"), m.span(4), m.lastindex, m.lastgroup, m.pos, m.endpos, m.string)
print(m.re.pattern, m.re.groups, dict(m.re.groupindex), m.regs)
print(bool(m), m.expand(r"\2/\g<year>!"))
if found := re.search("b+", "abbbc"):
    print("found", found.group())
#: groups
import re

for pattern, text in [
    ("(a)|(b)", "b"), ("(a|b)*", "abab"), ("(a*)*", "aaa"), ("((a)b)", "ab"), ("(a)(b)?", "a"), ("(?:(a)|b)*", "ab"),
    ("(a*)+", "b"), ("(a?)*?b", "aab"), ("(?P<x>a)(?P=x)", "aa"), (r"(\w)\1", "hello"), ("(a(b)?)+", "aba"),
]:
    m = re.search(pattern, text)
    print(pattern, m and (m.span(), m.groups(), m.lastindex))
for wrong in (3, "z", -1):
    try:
        re.match("(a)", "a").group(wrong)
    except IndexError as error:
        print(error)
#: greedy lazy possessive
import re

text = "<b>bold</b><i>x</i>"
print(re.search("<.*>", text).group(), re.search("<.*?>", text).group(), re.search("<[^>]*+>", text).group())
print(re.match("a{2,3}", "aaaa").group(), re.match("a{2,3}?", "aaaa").group(), re.match("a{,2}", "aaa").group())
print(re.match("a++a", "aaa"), re.match("(?>a+)a", "aaa"), re.match("(?>a|ab)c", "abc"), re.match("a?+a", "a"))
print(re.match("(ab){2}", "ababab").span(), re.match("(?:ab){2,}?", "ababab").span(), re.match("x{0}y", "y").span())
print(re.findall("a{x}|b{", "a{x}b{"), re.match(".*(\\d+)", "abc123").group(1), re.match(".*?(\\d+)", "abc123").group(1))
#: looking around
import re

print(re.findall(r"\w+(?=!)", "hi! you there!"), re.findall(r"\b\w+\b(?!!)", "hi! you there!"))
print(re.findall(r"(?<=\$)\d+", "cost $30 or 40 or $5"), re.findall(r"(?<!\$)\b\d+", "cost $30 or 40"))
print(re.search("(?<=(a))b", "ab").groups(), re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", "1234567"))
print(re.match("(?=(a+))a*b", "aab").groups(), re.match("(?!a)", "a"), re.split("(?<=,)", "a,b,c"))
print(re.match(r"(a)?(?(1)b|c)", "ab").group(), re.match(r"(a)?(?(1)b|c)", "c").group(), re.match(r"(a)?(?(1)b|c)$", "b"))
#: anchors
import re

text = "one\ntwo\n"
print(re.findall("^.", text), re.findall("^.", text, re.M), re.findall(".$", text), re.findall(".$", text, re.MULTILINE))
print(re.search(r"\Aone", text).span(), re.search(r"two\Z", text), re.search(r"two$", text).span(), re.search(r"\n\z", text).span())
print(re.findall(r"\bt\w*", "two tea bat"), re.findall(r"\Ba\w", "bat at"), [m.start() for m in re.finditer(r"\b", "a b")])
print(re.findall("^", "a\nb", re.M), [m.span() for m in re.finditer("$", "a\nb\n", re.M)])
#: flags
import re

print(re.findall("python", "Python PYTHON", re.I), re.findall("É", "é", re.I), re.findall("[a-z]+", "ABC", re.IGNORECASE))
print(re.match(".", "\n"), re.match(".", "\n", re.S).span(), re.findall(r"\w+", "héllo wörld"), re.findall(r"\w+", "héllo", re.A))
number = re.compile(
    r"""
    (\d+)   # whole
    \.      # point
    (\d*)   # fraction
    [ ]     # a space that counts
    """,
    re.X,
)
print(number.match("3.14 ").groups(), number.flags, re.compile("a").flags, re.compile(b"a").flags)
print(re.findall("(?i)a", "aA"), re.findall("(?i:a)b", "Ab AB"), re.match("(?s:.)b", "\nb").span(), re.match("(?i)(?-i:a)b", "aB").span())
print(re.I, repr(re.I | re.M), re.compile("a", re.I | re.S), re.compile("(?im)b"), repr(re.NOFLAG), re.I & re.M, re.IGNORECASE.value)
print(re.compile("ü", re.A), re.findall(r"\d", "1٣"), re.findall(r"\d", "1٣", re.ASCII), re.split(r"\s", "a\u2003b c"))
#: sets of characters
import re

print(re.findall("[aeiou]", "education"), re.findall("[^a-y ]", "lazy z"), re.findall(r"[\w.]+", "a.b c-d"))
print(re.findall("[]a]", "]ab"), re.findall("[a-]", "a-b"), re.findall(r"[\]\\^-]", r"]\^-"), re.findall("[^]]", "]x"))
print(re.findall(r"[\d\s]", "a1 b"), re.findall(r"[^\W\d]", "a1_"), re.findall("[à-ü]", "aéz"), re.findall(r"\D\S", "1a b"))
print(re.findall(r"\x41\u0042\t", "AB\t"), re.findall(r"[\b]", "\b"), re.findall(r"\.\*", ".*"), re.findall(r"\101", "A"))
#: all matches
import re

print(re.findall("(a)(b)?", "aba"), re.findall("a|", "baac"), re.findall("(x)?y", "yxy"), re.findall("b*", "abb"))
for m in re.finditer(r"(\w)(\d)", "a1 b2 c3"):
    print(m, m.group(1), m.span(2))
print([m.span() for m in re.finditer("", "ab")], [m.span() for m in re.finditer("a*", "baac")])
words = re.compile(r"\w+")
print(words.findall("one two three", 4), words.findall("one two", 0, 5), words.search("one two", 3).group(), words.match(" a", 1))
print(re.compile("^a").match("ba", 1), re.compile("a$").search("aab", 0, 2), re.compile("a").fullmatch("bab", 1, 2))
#: tokens of a little language
import re

TOKEN = re.compile(r"(?P<number>\d+(\.\d+)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>[-+*/=()])|(?P<skip>\s+)|(?P<bad>.)")
for m in TOKEN.finditer("area = 3.14 * r2 $"):
    if m.lastgroup != "skip":
        print(m.lastgroup, repr(m.group()), m.start())
#: bytes
import re

print(re.findall(rb"\w+", b"ab \xff cd"), re.sub(b"a", b"b", b"banana"), re.match(b"(.)", b"x"), re.split(b",", b"a,b"))
for call in (lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.match("a", 1), lambda: re.compile(1)):
    try:
        call()
    except TypeError as error:
        print(error)
#: objects
import re

p = re.compile("a(b)")
print(p == re.compile("a(b)"), p is re.compile("a(b)"), p != re.compile("a", re.I), hash(p) == hash(re.compile("a(b)")))
print(p, re.match("x", "x"), type(p), type(p.match("ab")), re.compile(p) is p, isinstance(p, re.Pattern))
try:
    re.compile(p, re.I)
except ValueError as error:
    print(error)
match p.match("ab"):
    case re.Match() as found:
        print("matched", found[1])
