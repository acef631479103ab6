data = list(range(10))
cases = [
    slice(None),
    slice(3),
    slice(3, None),
    slice(-3, None),
    slice(None, -3),
    slice(None, None, 2),
    slice(None, None, -1),
    slice(1, 8, 3),
    slice(8, 1, -3),
    slice(-1, -11, -2),
    slice(100),
    slice(-100, 100),
    slice(5, 5),
    slice(7, 2),
    slice(2, 7, -1),
    slice(True, 4),
]
text = "abcdefghij"
for case in cases:
    print(data[case], text[case], tuple(data)[case], range(10)[case], bytes(data)[case])


def assign(target, key, value):
    copy = list(target)
    try:
        copy[key] = value
        return copy
    except (ValueError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


for key, value in (
    (slice(2, 4), []),
    (slice(2, 4), "xyz"),
    (slice(0, 0), [1, 2]),
    (slice(None), []),
    (slice(8, None), (v for v in "ab")),
    (slice(7, 2), ["in"]),
    (slice(None, None, 3), "wxyz"),
    (slice(None, None, 3), "wx"),
    (slice(None, None, -5), [0, 1]),
    (slice(1, 2), 5),
    (slice("a"), []),
):
    print(assign(data, key, value))


def delete(target, key):
    copy = list(target)
    del copy[key]
    return copy


for key in (slice(2, 8), slice(None, None, 2), slice(None, None, -3), slice(5, 2), slice(-2, None)):
    print(delete(data, key))


class Probe:
    def __getitem__(self, key):
        return key


p = Probe()
print(p[1:2], p[::], p[1, 2], p[1:2, ...], p[:, None], p["a"], p[-1], p[()])
print(text[2:5][1], text[::-1][0:3], text[-3:][::-1], "".join(text[i : i + 3] + "|" for i in range(0, 10, 3)))
middle = len(data) // 2
print(data[:middle] + data[middle:] == data, data[1:] + data[:1], [a - b for a, b in zip(data[1:], data)])
a = [1, 2, 3]
a[1:2] = a
print(a)
a[len(a) :] = [4]
a[:0] = [0]
print(a, a[-1:], a[len(a) :])
