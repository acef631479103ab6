//! Plain Python without an event loop.

use super::Case;

pub const CASES: &[Case] = &[
    Case {
        name: "sum of a generator",
        unit: "items",
        items: 200_000,
        text: "\
def squares(n):
    for i in range(n):
        yield i * i

def work():
    return sum(squares(200_000))
",
    },
    Case {
        name: "fib",
        unit: "calls",
        items: 242_785,
        text: "\
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)

def work():
    return fib(25)
",
    },
    Case {
        name: "list loop",
        unit: "items",
        items: 100_000,
        text: "\
def work():
    items = []
    for i in range(100_000):
        items.append(i * 3 % 7)
    total = 0
    for i in range(100_000):
        total += items[i]
    return total + len([item for item in items if item > 2])
",
    },
    Case {
        name: "dict loop",
        unit: "items",
        items: 100_000,
        text: "\
def work():
    counts = {}
    for i in range(100_000):
        key = i % 100
        counts[key] = counts.get(key, 0) + 1
    names = {'a': 1, 'b': 2}
    for i in range(100_000):
        names['a'] = names['b'] + i
    return sum(key * count for key, count in counts.items())
",
    },
    Case {
        name: "strings",
        unit: "strings",
        items: 50_000,
        text: "\
def work():
    parts = []
    for i in range(50_000):
        parts.append(f'item {i}')
    text = ','.join(parts)
    size = 0
    for part in text.split(','):
        if part.endswith('7'):
            size += len(part.upper())
    return size
",
    },
    Case {
        name: "method calls",
        unit: "calls",
        items: 200_000,
        text: "\
class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        self.value += n
        return self.value

def work():
    counter = Counter()
    for i in range(200_000):
        counter.add(i)
    return counter.value
",
    },
];
