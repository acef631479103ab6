#: what builtin values are
import collections.abc as abc
from collections import Counter, deque

values = [[], (), {}, set(), frozenset(), "a", b"a", 1, len, iter([]), (i for i in []), range(3), {}.keys(), deque(), Counter(), None, int, zip()]
for kind in (abc.Iterable, abc.Iterator, abc.Sequence, abc.MutableSequence, abc.Mapping, abc.MutableMapping, abc.Set, abc.MutableSet,
             abc.Hashable, abc.Callable, abc.Sized, abc.Container, abc.Collection, abc.Generator, abc.Reversible):
    print(kind.__name__, "".join("x" if isinstance(value, kind) else "." for value in values))
#: classes are recognized by their methods
import collections.abc as abc

class Count:
    def __init__(self):
        self.n = 0
    def __iter__(self):
        return self
    def __next__(self):
        self.n += 1
        return self.n

class Bag:
    def __len__(self):
        return 0
    def __contains__(self, item):
        return False
    def __iter__(self):
        return iter(())

class Unhashable:
    __hash__ = None

class Wait:
    def __await__(self):
        yield

print(isinstance(Count(), abc.Iterator), isinstance(Bag(), abc.Collection), isinstance(Bag(), abc.Sequence), isinstance(Bag(), abc.Iterator))
print(isinstance(Unhashable(), abc.Hashable), isinstance(Wait(), abc.Awaitable), isinstance(Count, abc.Callable), isinstance(Count(), abc.Callable))
async def coroutine(): pass
c = coroutine()
print(isinstance(c, abc.Coroutine), isinstance(c, abc.Awaitable))
c.close()
async def agen():
    yield
print(isinstance(agen(), abc.AsyncIterator), isinstance(agen(), abc.AsyncGenerator))
#: mixin methods of a sequence
from collections.abc import MutableSequence, Sequence

class Words(Sequence):
    def __init__(self, *words):
        self.words = words
    def __len__(self):
        return len(self.words)
    def __getitem__(self, index):
        return self.words[index]

w = Words("a", "b", "c", "b")
print(list(w), "b" in w, w.index("b"), w.count("b"), list(reversed(w)), isinstance(w, Sequence))
class Stack(MutableSequence):
    def __init__(self):
        self.items = []
    def __len__(self):
        return len(self.items)
    def __getitem__(self, index):
        return self.items[index]
    def __setitem__(self, index, value):
        self.items[index] = value
    def __delitem__(self, index):
        del self.items[index]
    def insert(self, index, value):
        self.items.insert(index, value)
s = Stack()
s.append(1)
s.extend([2, 3])
s += [4]
print(s.pop(), s.items, s.remove(2), s.items, s.reverse(), s.items, s.clear(), s.items)
class Bad(Sequence):
    pass
try:
    Bad()
except TypeError as error:
    print(error)
#: mixin methods of a mapping
from collections.abc import Mapping, MutableMapping

class Lower(MutableMapping):
    def __init__(self):
        self.data = {}
    def __getitem__(self, key):
        return self.data[key.lower()]
    def __setitem__(self, key, value):
        self.data[key.lower()] = value
    def __delitem__(self, key):
        del self.data[key.lower()]
    def __iter__(self):
        return iter(self.data)
    def __len__(self):
        return len(self.data)

m = Lower()
m["A"] = 1
m.update(B=2)
print(dict(m), m.pop("a"), m.get("q"), "B" in m, list(m.items()), list(m.values()), m.keys() & {"b"}, m == {"b": 2}, m.setdefault("n", 0))
print(m.popitem(), len(m), isinstance(m, Mapping), sorted(Mapping.__abstractmethods__))
try:
    m.pop("zz")
except KeyError as error:
    print(error)
#: mixin methods of a set
from collections.abc import Set

class ListSet(Set):
    def __init__(self, items):
        self.items = []
        for item in items:
            if item not in self.items:
                self.items.append(item)
    def __contains__(self, item):
        return item in self.items
    def __iter__(self):
        return iter(self.items)
    def __len__(self):
        return len(self.items)
    def __repr__(self):
        return f"ListSet({self.items})"

a, b = ListSet([1, 2, 2]), ListSet([2, 3])
print(a & b, a | b, a - b, a ^ b, a | [5], a < ListSet([1, 2, 3]), a == {1, 2}, a.isdisjoint(b), a >= ListSet([1]))
