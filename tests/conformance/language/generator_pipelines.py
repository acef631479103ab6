def source(n):
    for i in range(n):
        print("produce", i)
        yield i


def doubled(items):
    for item in items:
        yield item * 2


def batched(items, size):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


for batch in batched(doubled(source(5)), 2):
    print("batch", batch)


def averager():
    total, count, average = 0, 0, None
    while True:
        value = yield average
        if value is None:
            return total, count
        total += value
        count += 1
        average = total / count


def collect(results):
    while True:
        result = yield from averager()
        results.append(result)


results = []
collector = collect(results)
next(collector)
for value in (10, 20, None, 5, None):
    print("average", collector.send(value))
print(results)
collector.close()


class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child


print(list(Tree(1, Tree(2, Tree(3)), Tree(4))))


def scheduler(*jobs):
    queue = list(jobs)
    while queue:
        job = queue.pop(0)
        try:
            print("step", next(job))
        except StopIteration as stop:
            print("ended with", stop.value)
        else:
            queue.append(job)


def job(name, steps):
    for i in range(steps):
        yield f"{name}{i}"
    return name.upper()


scheduler(job("a", 2), job("b", 1), job("c", 3))


def window(items, n):
    it = iter(items)
    current = [next(it) for _ in range(n)]
    yield tuple(current)
    for item in it:
        current = current[1:] + [item]
        yield tuple(current)


print(list(window(range(5), 3)))


def throws():
    for i in range(3):
        try:
            yield i
        except ValueError as error:
            print("ignored", error)


t = throws()
print(next(t), t.throw(ValueError("first")), next(t))
try:
    t.throw(KeyError("second"))
except KeyError as error:
    print("out came", error)
print(list(t), t.gi_running)
