#: constants
import string

print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits)
print(string.punctuation, repr(string.whitespace), len(string.printable), string.ascii_lowercase + string.ascii_uppercase)
print(string.capwords("hello  big world"), string.capwords("a-b-c", "-"))
#: templates
from string import Template

t = Template("$who owes ${amount}$$ to $whom")
print(t.substitute(who="Ada", amount=5, whom="Bob"), t.substitute({"who": 1, "amount": 2}, whom=3), t.template)
print(t.safe_substitute(who="Ada"), t.is_valid(), t.get_identifiers(), Template("5$ $").is_valid())
for template, values in (("$who $what", {"who": 1}), ("cost $5", {}), ("a\nb $ c", {}), ("${a", {"a": 1})):
    try:
        print(Template(template).substitute(values))
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
    print(Template(template).safe_substitute(values))


class Percent(Template):
    delimiter = "%"


print(Percent("%a %% %b").substitute(a=1, b=2))
#: a formatter of its own
from string import Formatter


class Shouting(Formatter):
    def get_value(self, key, args, kwargs):
        return "missing" if isinstance(key, str) and key not in kwargs else super().get_value(key, args, kwargs)

    def format_field(self, value, format_spec):
        return value.upper() if format_spec == "!" else super().format_field(value, format_spec)


f = Shouting()
print(f.format("{0} {name:!} {other} {1:>5} {{}}", "a", 3, name="ada"))
print(Formatter().format("{} {!r:>6} {0[0]} {x.real:{width}}" if False else "{} {!r:>6} {x.real:{width}}", "s", "t", x=5, width=4))
print(list(Formatter().parse("a{b!r:>{w}}c{{}}{}")))
for bad in ("{", "}", "{0} {}"):
    try:
        print(Formatter().format(bad, 1))
    except ValueError as error:
        print(error)
