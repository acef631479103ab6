def factorial(n):
    return 1 if n <= 1 else n * factorial(n - 1)


def hanoi(n, a="A", b="B", c="C"):
    if n == 0:
        return []
    return hanoi(n - 1, a, c, b) + [f"{a}->{c}"] + hanoi(n - 1, b, a, c)


def permutations(items):
    if not items:
        yield ()
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1 :]):
            yield (item,) + rest


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def flatten(nested):
    for item in nested:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


def quicksort(items):
    if len(items) < 2:
        return items
    pivot, *rest = items
    return quicksort([x for x in rest if x < pivot]) + [pivot] + quicksort([x for x in rest if x >= pivot])


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


print(factorial(20), factorial(30))
print(hanoi(3))
print(list(permutations([1, 2, 3])))
print(is_even(100), is_odd(7))
print(list(flatten([1, [2, [3, [4]], []], 5])))
print(quicksort([3, 6, 1, 8, 2, 9, 2]))
print(ackermann(2, 3))


def primes(limit):
    sieve = [True] * limit
    for n in range(2, limit):
        if sieve[n]:
            yield n
            sieve[n * n :: n] = [False] * len(sieve[n * n :: n])


print(list(primes(50)))


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(gcd(48, 36), [gcd(n, 12) for n in range(1, 13)])


def function_attributes():
    "Has a docstring."


function_attributes.calls = 3
print(function_attributes.calls, function_attributes.__doc__, function_attributes.__name__)


def outer():
    def helper():
        return helper.__qualname__

    return helper()


print(outer(), (lambda: 0).__name__, __name__)


def annotated(a: int, b: "str" = "x", *args: float) -> list[int]:
    c: int = a
    d: str
    return [c]


print(annotated(1))
value: int = 5
print(value)


def shadows():
    print = lambda *a: "shadowed"
    return print("x")


print(shadows(), callable(print), callable(5))


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


print(max(range(1, 100), key=collatz), collatz(27))
if __name__ == "__main__":
    print("main")
