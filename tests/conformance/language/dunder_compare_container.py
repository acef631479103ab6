class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __le__(self, other):
        return self.parts <= other.parts

    def __eq__(self, other):
        return isinstance(other, Version) and self.parts == other.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))


versions = [Version(1, 10), Version(1, 2), Version(2), Version(1, 2, 1)]
print(sorted(versions), min(versions), max(versions))
print(Version(1) < Version(2), Version(1) > Version(2), Version(1) <= Version(1), Version(1) >= Version(2))
print(Version(1) == Version(1), Version(1) != Version(1), Version(2) in versions)
try:
    hash(Version(1))
except TypeError as error:
    print(error)


class Grid:
    def __init__(self, width, height):
        self.width, self.height = width, height
        self.cells = {}

    def __len__(self):
        return self.width * self.height

    def __getitem__(self, key):
        if isinstance(key, slice):
            return f"slice {key.start} {key.stop} {key.step}"
        return self.cells.get(key, 0)

    def __setitem__(self, key, value):
        self.cells[key] = value

    def __delitem__(self, key):
        del self.cells[key]

    def __contains__(self, value):
        return value in self.cells.values()

    def __iter__(self):
        for y in range(self.height):
            yield [self[x, y] for x in range(self.width)]

    def __reversed__(self):
        return reversed(list(iter(self)))

    def __call__(self, *args, **kwargs):
        return args, kwargs


grid = Grid(2, 2)
grid[0, 1] = 5
grid[1, 1] += 7
print(len(grid), grid[0, 1], grid[1, 0], 7 in grid, 8 in grid)
print(list(grid), list(reversed(grid)))
del grid[0, 1]
print(list(grid), grid[1:5], grid[::2], grid(1, a=2))
try:
    del grid[9, 9]
except KeyError as error:
    print("KeyError", error)


class Countdown:
    def __init__(self, start):
        self.current = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.current <= 0:
            raise StopIteration
        self.current -= 1
        return self.current + 1


print(list(Countdown(3)), sum(Countdown(4)), max(Countdown(5)))
first, *rest = Countdown(3)
print(first, rest, 2 in Countdown(3), 9 in Countdown(3))


class Sequence:
    def __getitem__(self, index):
        if index >= 3:
            raise IndexError(index)
        return index * 10


print(list(Sequence()), 20 in Sequence(), [x for x in Sequence()])
print(list(iter(iter([1, 2, 3, 0, 4]).__next__, 0)))


class Truthy:
    def __len__(self):
        return 0


print(bool(Truthy()), bool(object()))
five = 5
for wrong in (lambda: five[0], lambda: five(), lambda: len(5), lambda: iter(5), lambda: next([]), lambda: 1 in 5):
    try:
        wrong()
    except TypeError as error:
        print(error)
