def logged(function):
    def wrapper(*args, **kwargs):
        print("calling", function.__name__, args, kwargs)
        result = function(*args, **kwargs)
        print("returned", result)
        return result

    return wrapper


def repeat(times):
    def decorate(function):
        def wrapper(*args):
            return [function(*args) for _ in range(times)]

        return wrapper

    return decorate


@logged
def add(a, b=1):
    return a + b


@logged
@repeat(2)
def square(x):
    return x * x


add(1)
add(2, b=3)
square(4)


class Memo:
    def __init__(self, function):
        self.function = function
        self.seen = {}

    def __call__(self, n):
        if n not in self.seen:
            self.seen[n] = self.function(n)
        return self.seen[n]


@Memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), len(fib.seen))


def tagged(cls):
    cls.tag = cls.__name__.lower()
    return cls


@tagged
class Widget:
    pass


print(Widget.tag)

registry = {}


def register(name):
    return lambda function: registry.setdefault(name, function)


@register("one")
def first():
    return 1


@(lambda f: f)
def plain():
    return "plain"


print(sorted(registry), registry["one"] is first, plain())


def order(label):
    print("evaluate", label)

    def apply(function):
        print("apply", label)
        return function

    return apply


@order("outer")
@order("inner")
def nothing():
    pass
