# LRU, linked list, tree, etc
class LRU:
    def __init__(self, cap):
        self.cap = cap
        self.d = {}
    def get(self, k):
        if k not in self.d: return -1
        v = self.d.pop(k)
        self.d[k] = v
        return v
    def put(self, k, v):
        self.d.pop(k, None)
        self.d[k] = v
        if len(self.d) > self.cap:
            oldest = next(iter(self.d))
            del self.d[oldest]
l = LRU(2)
l.put(1, "a"); l.put(2, "b"); print(l.get(1)); l.put(3, "c"); print(l.get(2), l.d)
class Node:
    __slots__ = ("value", "left", "right")
    def __init__(self, value):
        self.value = value
        self.left = self.right = None
class Tree:
    def __init__(self, *values):
        self.root = None
        self.size = 0
        for v in values: self.add(v)
    def add(self, v):
        self.size += 1
        if self.root is None:
            self.root = Node(v)
            return
        n = self.root
        while True:
            side = "left" if v < n.value else "right"
            child = getattr(n, side)
            if child is None:
                setattr(n, side, Node(v))
                return
            n = child
    def __iter__(self):
        def walk(n):
            if n:
                yield from walk(n.left)
                yield n.value
                yield from walk(n.right)
        return walk(self.root)
    def __len__(self): return self.size
    def __contains__(self, v): return any(x == v for x in self)
    def __repr__(self): return f"{type(self).__name__}({', '.join(map(repr, self))})"
t = Tree(5, 2, 8, 1, 9, 3)
print(t, len(t), 8 in t, 7 in t, list(reversed(list(t))), max(t), sum(t), sorted(t, reverse=True))
def primes(n):
    sieve = [True] * (n + 1)
    sieve[0:2] = [False, False]
    for i in range(2, int(n**0.5) + 1):
        if sieve[i]:
            sieve[i*i::i] = [False] * len(sieve[i*i::i])
    return [i for i, p in enumerate(sieve) if p]
print(primes(50))
def quick(a):
    if len(a) <= 1: return a
    p, *rest = a
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])
print(quick([3, 6, 1, 8, 2, 9, 2]))
def bubble(a):
    a = a[:]
    n = len(a)
    for i in range(n):
        swapped = False
        for j in range(n - i - 1):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
                swapped = True
        if not swapped: break
    return a
print(bubble([5, 1, 4, 2, 8]))
def matmul(a, b):
    return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
print(matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]))
board = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    counts[x + dx, y + dy] = counts.get((x + dx, y + dy), 0) + 1
    return {c for c, n in counts.items() if n == 3 or n == 2 and c in cells}
for _ in range(4): board = step(board)
print(sorted(board))
for y in range(5): print("".join("#" if (x, y) in board else "." for x in range(5)))
import sys
def tokenize(s):
    i = 0
    while i < len(s):
        c = s[i]
        if c.isspace(): i += 1
        elif c.isdigit():
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] == "."): j += 1
            yield float(s[i:j]) if "." in s[i:j] else int(s[i:j])
            i = j
        else:
            yield c
            i += 1
class Parser:
    def __init__(self, text):
        self.tokens = [*tokenize(text), None]
        self.i = 0
    @property
    def cur(self): return self.tokens[self.i]
    def take(self):
        t = self.cur
        self.i += 1
        return t
    def expr(self):
        v = self.term()
        while self.cur in ("+", "-"):
            v = v + self.term() if self.take() == "+" else v - self.term()
        return v
    def term(self):
        v = self.factor()
        while self.cur in ("*", "/"):
            match self.take():
                case "*": v *= self.factor()
                case "/": v /= self.factor()
        return v
    def factor(self):
        t = self.take()
        if t == "(":
            v = self.expr()
            if self.take() != ")": raise SyntaxError("expected )")
            return v
        if t == "-": return -self.factor()
        if not isinstance(t, (int, float)): raise SyntaxError(f"unexpected {t!r}")
        return t
for s in ("1 + 2 * 3", "(1 + 2) * 3", "-4 / (1 + 1)", "2 * (3", "*", "1/0"):
    try: print(s, "=", Parser(s).expr())
    except (SyntaxError, ZeroDivisionError) as e: print(s, "->", type(e).__name__, e)
def retry(times, exceptions=(Exception,)):
    def deco(f):
        def wrapper(*a, **k):
            for n in range(1, times + 1):
                try: return f(*a, **k)
                except exceptions as e:
                    print(f"try {n} failed: {e!r}")
                    last = e
            raise RuntimeError("gave up") from last
        wrapper.__name__ = f.__name__
        wrapper.__wrapped__ = f
        return wrapper
    return deco
calls = 0
@retry(3, (ValueError,))
def flaky(x):
    global calls
    calls += 1
    if calls < x: raise ValueError(f"call {calls}")
    return "done"
print(flaky(2)); 
try: flaky(100)
except RuntimeError as e: print(e, e.__cause__, flaky.__name__, flaky.__wrapped__.__name__)
class Timer:
    def __init__(self, name): self.name = name
    def __enter__(self):
        print("enter", self.name); return self
    def __exit__(self, et, ev, tb):
        print("exit", self.name, et and et.__name__, ev)
        return et is KeyError
with Timer("a") as a, Timer("b"):
    print(a.name); raise KeyError("x")
try:
    with Timer("c"): raise ValueError(1)
except ValueError as e: print("caught", e)
text = """the quick brown fox jumps over the lazy dog the end"""
freq = {}
for w in text.split(): freq[w] = freq.get(w, 0) + 1
for w, c in sorted(freq.items(), key=lambda p: (-p[1], p[0]))[:3]: print(f"{w:<10}|{c:>3}|{'*' * c:^7}|")
print({c: text.count(c) for c in "aeiou"}, text.title(), text[::-1][:10])
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
g = fib()
print([next(g) for _ in range(15)], next(x for x in fib() if x > 1000))
def memo(f, cache={}):
    def inner(n):
        if n not in cache: cache[n] = f(n)
        return cache[n]
    return inner
@memo
def fibr(n): return n if n < 2 else fibr(n - 1) + fibr(n - 2)
print(fibr(80))
def hanoi(n, a="A", b="B", c="C"):
    if n: 
        yield from hanoi(n - 1, a, c, b); yield f"{a}->{c}"; yield from hanoi(n - 1, b, a, c)
print(*hanoi(3))
def perms(a):
    if not a: yield []
    for i, x in enumerate(a):
        for rest in perms(a[:i] + a[i+1:]): yield [x, *rest]
print(["".join(p) for p in perms("abc")] if False else [p for p in perms([1, 2, 3])])
print(f"{3.14159:.2f} {1234567:,} {0.256:.1%} {255:#x} {5:03d} {'hi':>5}|{'hi':^6}|{-7:+d} {1e10:e} {True!r:>6} {1_000_000:_}")
print("%-5s|%5.2f|%03d|%x|%s" % ("ab", 3.14159, 7, 255, [1]))
