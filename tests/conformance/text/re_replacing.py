#: sub with a text
import re

print(re.sub("a", "b", "banana"), re.sub("a", "b", "banana", count=2), re.subn("a", "o", "banana"), re.sub("x", "y", "abc"))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub("(?P<first>a)", r"<\g<first>\g<1>0\g<0>>", "bab"))
print(re.sub("x*", "-", "abxd"), re.sub("", "-", "ab"), re.sub(r"\s+", " ", "a  b \n c"), re.sub("(a)|b", r"[\1]", "ab"))
print(repr(re.sub("a", r"\n\t\\", "a")), re.sub(r"\.", r"\\.", "a.b"), re.sub("a", r"\.", "a"))
#: sub with a function
import re

print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "a1b22"))


def title(match):
    word = match.group(0)
    return word[0].upper() + word[1:]


print(re.sub(r"[a-z]+", title, "hello big world"), re.sub("b", lambda m: "", "abc"))
print(re.compile("(.)(.)").sub(lambda m: m[2] + m[1], "abcdef", count=2))
#: split
import re

print(re.split(r"[,;]\s*", "a, b;c"), re.split("(,)", "a,b"), re.split("x*", "axbc"), re.split(",", ""), re.split("b", "abc", maxsplit=1))
print(re.split("(a)|b", "xaybz"), re.compile(r"\W+").split("Words, words."), re.split(r"\b", "a b"))
#: escape
import re

print(re.escape("a.b*c? [x] (y) {z} ^$|\\ #&~-"), re.escape("été_1"), re.escape(b"a.b"))
print(re.findall(re.escape("1+1=2"), "is 1+1=2?"))
#: bad patterns
import re

patterns = [
    "*a", "a**", "a*+?", "(a", "a)", "[a", "[b-a]", r"\q", "(?P<1a>x)", "(?P<a>x)(?P<a>y)", "(?P=b)", r"\2(a)", r"(a\1)",
    "(?<=a*)b", "a{3,2}", "\\", "(?", "(?P", "(?P<a", "(?Pxa)", "(?z)", "a(?i)b", "(?(1)a|b|c)(x)", "(?(2)a|b)(x)", "[]", "[^]",
    r"[a-\w]", "(?#abc", "(?<a)", "(?i", "(?i-", r"\x1", r"\u12", r"\400", "^*", "$+", r"\b*", "a|*", "(*a)", "(?:a", "x\n(",
    "(?P<n>a)(?P=n", "(?P<>a)", "(?P<a b>x)", "(?(a)b)", "(?L)x", "(?au)x", "(?-i)", "(?-:a)", "(?i-i:a)", "a{2}{3}", "(?iz)a", "(?i",
]
for pattern in patterns:
    try:
        print(pattern, re.compile(pattern))
    except re.error as error:
        print(repr(pattern), "->", error)
try:
    re.compile("a\n(b")
except re.PatternError as error:
    print(type(error), error.msg, error.pos, error.lineno, error.colno, repr(error.pattern), re.error is re.PatternError)
try:
    re.compile("a{99999999999}")
except OverflowError as error:
    print(error)
#: bad templates
import re

for template in (r"\1", r"\q", r"\g<2>", r"\g<x>", r"\g<", r"\g1", r"\g<1a>", "\\", r"\g<>"):
    try:
        print(re.sub("a", template, "a"))
    except (re.error, IndexError) as error:
        print(template, type(error).__name__, error)
for call in (lambda: re.sub("a", 1, "a"), lambda: re.sub("a", lambda m: 1, "a"), lambda: re.sub("a", "b", 5)):
    try:
        print(call())
    except TypeError as error:
        print(error)
#: positional count
import re

print(re.sub("a", "b", "aaa", 1))
print(re.split("a", "bab", 1))
#: programs with patterns
import re
from collections import Counter

log = """\
10:01:22 ERROR db timeout after 30s
10:01:25 INFO ok
10:02:01 ERROR net refused
"""
line = re.compile(r"^(?P<time>[\d:]+) (?P<level>[A-Z]+) (?P<text>.*)$", re.M)
for m in line.finditer(log):
    print(m.groupdict())
print(Counter(re.findall(r"ERROR|INFO", log)).most_common())
camel = re.sub(r"(?<!^)(?=[A-Z])", "_", "someCamelCaseName").lower()
print(camel, re.sub(r"_([a-z])", lambda m: m[1].upper(), camel))
print(re.sub(r"(\d+)/(\d+)/(\d+)", r"\3-\1-\2", "12/31/2024"), bool(re.fullmatch(r"[\w.+-]+@[\w-]+\.[\w.]+", "x@y.z")))
#: uncaught
import re

re.compile("(unclosed")
