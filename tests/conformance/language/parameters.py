def show(name, *args):
    print(f"{name}:", *args)


def positional(a, b, c):
    show("positional", a, b, c)


def defaults(a, b=2, c=3):
    show("defaults", a, b, c)


def star(a, *rest, key=None, **options):
    show("star", a, rest, key, options)


def keyword_only(*, left, right="r"):
    show("keyword_only", left, right)


def positional_only(a, b=5, /, c=6, *, d=7):
    show("positional_only", a, b, c, d)


def names_free(a, /, **options):
    show("names_free", a, options)


positional(1, 2, 3)
positional(c=3, b=2, a=1)
positional(1, *[2, 3])
positional(**{"a": 1, "b": 2, "c": 3})
positional(*(1,), *[2], **{"c": 3})
defaults(1)
defaults(1, c=30)
star(1)
star(1, 2, 3, key="k", x=10, y=20)
star(*range(4), **{"z": 1})
keyword_only(left="l")
positional_only(1)
positional_only(1, 2, d=8, c=9)
names_free(1, a=2)


def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1), collect(2), collect(3, []))

calls = [
    lambda: positional(1, 2),
    lambda: positional(1),
    lambda: positional(),
    lambda: positional(1, 2, 3, 4),
    lambda: positional(1, 2, 3, d=4),
    lambda: positional(1, 2, 3, a=4),
    lambda: keyword_only("l"),
    lambda: keyword_only(),
    lambda: positional_only(a=1),
    lambda: positional_only(1, 2, 3, 4),
    lambda: defaults(1, 2, 3, 4, 5),
    lambda: positional(**{1: 2}),
    lambda: positional(*5),
    lambda: positional(1, **{"a": 2}),
]
for call in calls:
    try:
        call()
    except TypeError as error:
        print("TypeError:", error)

print(defaults.__name__, defaults.__defaults__, keyword_only.__kwdefaults__)
