def countdown(n):
    print("started")
    while n:
        yield n
        n -= 1
    print("finished")
    return "result"


g = countdown(2)
print("made")
print(next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print("value", stop.value)
print(next(g, "default"), list(countdown(3)))


def echo():
    received = []
    try:
        while True:
            item = yield len(received)
            received.append(item)
    except ValueError as error:
        print("thrown in:", error)
        yield "handled"
    finally:
        print("closing with", received)


e = echo()
print(next(e), e.send("a"), e.send("b"))
print(e.throw(ValueError("stop it")))
e.close()
try:
    e.send("late")
except StopIteration:
    print("exhausted")
try:
    echo().send("too early")
except TypeError as error:
    print(error)


def inner():
    got = yield 1
    print("inner got", got)
    try:
        yield 2
    except KeyError:
        print("inner caught")
        yield 3
    return "inner result"


def outer():
    result = yield from inner()
    print("outer got", result)
    yield from [10, 20]
    yield from "ab"


o = outer()
print(next(o), o.send("hello"), o.throw(KeyError))
print(list(o))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)


def leaky():
    yield 1
    raise StopIteration("inside")


try:
    list(leaky())
except RuntimeError as error:
    print(error, repr(error.__cause__))


def recursive():
    yield next(r)


r = recursive()
try:
    next(r)
except ValueError as error:
    print(error)


def tree(node):
    if node:
        left, value, right = node
        yield from tree(left)
        yield value
        yield from tree(right)


print(list(tree(((None, 1, None), 2, ((None, 3, None), 4, None)))))


def naturals():
    n = 0
    while True:
        yield n
        n += 1


def take(n, source):
    for _, item in zip(range(n), source):
        yield item


print(list(take(5, (n * n for n in naturals() if n % 2))))
print(sum(x for x in range(1000)), any(x > 3 for x in naturals()), max((x % 7 for x in range(20)), default=0))
unused = (print("evaluated", x) for x in [1, 2])
print("lazy")
next(unused)
print(type(unused).__name__, type(countdown).__name__, unused.gi_frame is not None)


def cleanup():
    with_finally = True
    try:
        yield with_finally
    finally:
        print("dropped")


c = cleanup()
next(c)
del c
print("after del")
