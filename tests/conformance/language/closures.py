def counter(start=0):
    value = start

    def step(by=1):
        nonlocal value
        value += by
        return value

    def peek():
        return value

    return step, peek


step, peek = counter(10)
print(step(), step(5), peek())
other, _ = counter()
print(other(), peek())

late = [lambda: i for i in range(3)]
print([f() for f in late])
bound = [lambda i=i: i for i in range(3)]
print([f() for f in bound])


def outer():
    x = "outer"

    def middle():
        def inner():
            nonlocal x
            x = "changed"
            return x

        return inner

    before = x
    middle()()
    return before, x


print(outer())

total = 0


def add(n):
    global total, created
    total += n
    created = "by add"


add(3)
add(4)
print(total, created)


def unbound():
    try:
        print(later)
    except UnboundLocalError as error:
        print(error)
    later = 1
    return later


print(unbound())


def free_too_early():
    def inner():
        return value

    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    value = 5
    return inner()


print(free_too_early())


def compose(*functions):
    def composed(x):
        for function in functions:
            x = function(x)
        return x

    return composed


print(compose(lambda x: x + 1, lambda x: x * 2, str)(3))


def deleted():
    x = 1
    del x
    try:
        return x
    except UnboundLocalError as error:
        return str(error)


print(deleted())
try:
    del total
    total
except NameError as error:
    print(error)
