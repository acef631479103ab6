a, b = 1, 2
a, b = b, a
print(a, b)
first, *middle, last = range(5)
print(first, middle, last)
*start, end = "abc"
print(start, end)
[x, (y, z)] = [1, (2, 3)]
print(x, y, z)
(p, [q, *r]), s = ("p", "qrs"), "t"
print(p, q, r, s)
data = {"k": 0}
data["k"], data["n"] = 1, 2
values = [0, 0]
values[0], values[1] = "ab"
print(data, values)
i = 0
i, values[i] = 1, "second"
print(i, values)
for wrong in ((1,), (1, 2, 3), 5, "a", {}):
    try:
        u, v = wrong
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    u, *v, w = [1]
except ValueError as error:
    print(error)
print([*range(3), *"ab"], (*(), 1), {*[1, 1]}, {**{"a": 1}, **{"a": 2, "b": 3}})


def several():
    return 1, *[2, 3]


print(several(), type(several()).__name__)
one, = [5]
(two) = 6
print(one, two)
a = b = c = 0
a += 1
b, c = c, b
print(a, b, c)
matrix = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*matrix)), [*map(list, zip(*matrix))])
print(*"abc", *[1, 2], sep="-", end="!\n")
keys, items = zip(*{"x": 1, "y": 2}.items())
print(keys, items)
head, *_ = sorted([3, 1, 2])
print(head)
total = 0
for total in range(1, 4):
    pass
for values[0] in "xyz":
    pass
print(total, values)
n = 5
n -= 1; n *= 3; n //= 2; n **= 2; n %= 7; n <<= 3; n |= 1; n ^= 2; n &= 0xFF; n >>= 1
print(n)
f = 7
f /= 2
print(f)
items = [1]
alias = items
items += (2, 3)
items *= 2
print(alias, items is alias)
t = (1,)
u = t
t += (2,)
print(t, u)
del data["k"], values[0]
print(data, values)
