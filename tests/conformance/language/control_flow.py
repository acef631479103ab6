for i in range(5):
    if i == 1:
        continue
    if i == 3:
        break
    print("for", i)
else:
    print("not reached")

for i in []:
    pass
else:
    print("else of an empty for")

n = 0
while n < 3:
    n += 1
else:
    print("while ended", n)

while True:
    n += 1
    if n > 5:
        break
else:
    print("not reached")


def find(needle, rows):
    for y, row in enumerate(rows):
        for x, value in enumerate(row):
            if value == needle:
                break
        else:
            continue
        return x, y
    return None


print(find(5, [[1, 2], [4, 5]]), find(9, [[1]]))


def grade(score):
    if score >= 90:
        return "A"
    elif score >= 80:
        return "B"
    elif score >= 70:
        return "C"
    else:
        return "F"


print([grade(s) for s in (95, 85, 75, 5)])
print("yes" if n > 3 else "no", "a" if 0 else "b" if [] else "c")
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 != 2, 3 > 2 >= 2 > 1)


def trace(value):
    print("evaluated", value)
    return value


print(trace(1) < trace(0) < trace(5))
print(trace(0) or trace("") or trace("last"))
print(trace(1) and trace([]) and trace("never"))
print(not trace(None), None or 0, 5 and 6, "" or "default")
print(1 in [1, 2] == True, (1 in [1, 2]) == True)

if (length := len("walrus")) > 3:
    print("long", length)
data = [1, 2, 3, 4]
while (chunk := data[:2]):
    print(chunk)
    data = data[2:]
print([y for x in range(5) if (y := x * x) % 2 == 0], y)

x = y = z = []
x.append(1)
print(z, x is y is z)
assert n, "never"
try:
    assert n == 0, f"n is {n}"
except AssertionError as error:
    print("AssertionError:", error)
try:
    assert False
except AssertionError as error:
    print("AssertionError:", repr(error))


def early():
    for i in range(10):
        for j in range(10):
            if i * j == 12:
                return i, j


print(early())
for i in range(3):
    pass
print(i)
for a, (b, *c) in [(1, (2, 3, 4)), (5, "67")]:
    print(a, b, c)
for i, c in enumerate("ab", start=5):
    print(i, c)
pass
...
