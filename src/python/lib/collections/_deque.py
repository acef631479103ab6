"""deque: a list with two ends."""

from _prelude import _generic_alias

_open = []


class deque:
    """A `maxlen` drops items at the other end."""

    __module__ = "collections"
    __hash__ = None

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._items = []
        self._maxlen = maxlen
        self._version = 0
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._maxlen

    def append(self, item, /):
        self._version += 1
        self._items.append(item)
        if self._maxlen is not None and len(self._items) > self._maxlen:
            self._items.pop(0)

    def appendleft(self, item, /):
        self._version += 1
        self._items.insert(0, item)
        if self._maxlen is not None and len(self._items) > self._maxlen:
            self._items.pop()

    def extend(self, iterable, /):
        if iterable is self:
            iterable = list(iterable)
        if self._maxlen is None:
            self._version += 1
            self._items.extend(iterable)
            return
        for item in iterable:
            self.append(item)

    def extendleft(self, iterable, /):
        if iterable is self:
            iterable = list(iterable)
        for item in iterable:
            self.appendleft(item)

    def pop(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        self._version += 1
        return self._items.pop()

    def popleft(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        self._version += 1
        return self._items.pop(0)

    def rotate(self, n=1, /):
        if len(self._items) > 1:
            n %= len(self._items)
            if n:
                self._version += 1
                self._items = self._items[-n:] + self._items[:-n]

    def clear(self):
        self._version += 1
        self._items.clear()

    def copy(self):
        return self.__class__(self._items, self._maxlen)

    __copy__ = copy

    def count(self, value, /):
        return self._items.count(value)

    def index(self, value, start=0, stop=None, /):
        size = len(self._items)
        first, last, _ = slice(start, stop).indices(size)
        for at in range(first, last):
            if self._items[at] is value or self._items[at] == value:
                return at
        raise ValueError("deque.index(x): x not in deque")

    def insert(self, index, value, /):
        if self._maxlen is not None and len(self._items) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        self._version += 1
        self._items.insert(index, value)

    def remove(self, value, /):
        for at, item in enumerate(self._items):
            if item is value or item == value:
                self._version += 1
                del self._items[at]
                return
        raise ValueError("deque.remove(x): x not in deque")

    def reverse(self):
        self._version += 1
        self._items.reverse()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        version = self._version
        at = 0
        while at < len(self._items):
            yield self._items[at]
            if self._version != version:
                raise RuntimeError("deque mutated during iteration")
            at += 1

    def __reversed__(self):
        version = self._version
        for at in range(len(self._items) - 1, -1, -1):
            yield self._items[at]
            if self._version != version:
                raise RuntimeError("deque mutated during iteration")

    def __contains__(self, value, /):
        return value in self._items

    def _at(self, index):
        if isinstance(index, slice):
            raise TypeError("sequence index must be integer, not 'slice'")
        index = index.__index__()
        size = len(self._items)
        if not -size <= index < size:
            raise IndexError("deque index out of range")
        return index

    def __getitem__(self, index, /):
        return self._items[self._at(index)]

    def __setitem__(self, index, value, /):
        self._items[self._at(index)] = value

    def __delitem__(self, index, /):
        self._version += 1
        del self._items[self._at(index)]

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, deque) else NotImplemented

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        return self.__class__(self._items + other._items, self._maxlen)

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, count):
        return self.__class__(self._items * count, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, count):
        items = self._items * count
        self.clear()
        self.extend(items)
        return self

    def __reduce__(self):
        args = () if self._maxlen is None else ([], self._maxlen)
        state = {name: value for name, value in self.__dict__.items() if name not in ("_items", "_maxlen", "_version")}
        return type(self), args, state or None, iter(self._items)

    def __repr__(self):
        for other in _open:
            if other is self:
                return "[...]"
        _open.append(self)
        try:
            items = repr(self._items)
        finally:
            _open.pop()
        name = type(self).__name__
        return f"{name}({items})" if self._maxlen is None else f"{name}({items}, maxlen={self._maxlen})"

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item)
