"""heapq: lists kept as binary heaps, the smallest item first; the functions that end in `_max` keep the largest first."""

__all__ = [
    "heappush",
    "heappop",
    "heapify",
    "heapreplace",
    "merge",
    "nlargest",
    "nsmallest",
    "heappushpop",
    "heappush_max",
    "heappop_max",
    "heapify_max",
    "heapreplace_max",
    "heappushpop_max",
]


def _check(heap, name, position=" 1"):
    if not isinstance(heap, list):
        raise TypeError(f"{name}() argument{position} must be list, not {type(heap).__name__}")


def heappush(heap, item):
    _check(heap, "heappush")
    heap.append(item)
    _sift_down(heap, 0, len(heap) - 1)


def heappop(heap):
    _check(heap, "heappop", "")
    return _pop(heap, _sift_up)


def heapreplace(heap, item):
    _check(heap, "heapreplace")
    return _replace(heap, item, _sift_up)


def heappushpop(heap, item):
    _check(heap, "heappushpop")
    return _replace(heap, item, _sift_up) if heap and heap[0] < item else item


def heapify(x):
    _check(x, "heapify", "")
    for at in reversed(range(len(x) // 2)):
        _sift_up(x, at)


def heappush_max(heap, item):
    _check(heap, "heappush_max")
    heap.append(item)
    _sift_down_max(heap, 0, len(heap) - 1)


def heappop_max(heap):
    _check(heap, "heappop_max", "")
    return _pop(heap, _sift_up_max)


def heapreplace_max(heap, item):
    _check(heap, "heapreplace_max")
    return _replace(heap, item, _sift_up_max)


def heappushpop_max(heap, item):
    _check(heap, "heappushpop_max")
    return _replace(heap, item, _sift_up_max) if heap and item < heap[0] else item


def heapify_max(x):
    _check(x, "heapify_max", "")
    for at in reversed(range(len(x) // 2)):
        _sift_up_max(x, at)


def _pop(heap, sift_up):
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    return _replace(heap, last, sift_up) if heap else last


def _replace(heap, item, sift_up):
    """Puts the item in the place of the first one, which it returns."""
    if not heap:
        raise IndexError("index out of range")
    first = heap[0]
    heap[0] = item
    sift_up(heap, 0)
    return first


def _sift_down(heap, start, at):
    """Moves the item at `at` towards `start` until its parent is not greater."""
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _sift_up(heap, at):
    """Moves the smaller child up until a leaf is free, then puts the item there and moves it down, as CPython does."""
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _sift_down(heap, start, at)


def _sift_down_max(heap, start, at):
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        if not heap[parent] < item:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _sift_up_max(heap, at):
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[right] < heap[child]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _sift_down_max(heap, start, at)


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[: max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[: max(n, 0)]


class _Head:
    """The next item of one of the iterables that are merged; of equal ones the earlier iterable's comes first."""

    __slots__ = ("key", "order", "item", "items", "reverse")

    def __init__(self, order, items, reverse):
        self.order = order
        self.items = items
        self.reverse = reverse

    def advance(self, key):
        """Reads the next item; False at the end."""
        for item in self.items:
            self.item = item
            self.key = item if key is None else key(item)
            return True
        return False

    def __lt__(self, other):
        if self.reverse:
            if other.key < self.key:
                return True
            return self.order < other.order and not self.key < other.key
        if self.key < other.key:
            return True
        return self.order < other.order and not other.key < self.key


def merge(*iterables, key=None, reverse=False):
    """Merges sorted iterables, reading no further than needed."""
    heads = []
    for order, iterable in enumerate(iterables):
        head = _Head(order, iter(iterable), reverse)
        if head.advance(key):
            heads.append(head)
    heapify(heads)
    while heads:
        head = heads[0]
        yield head.item
        if head.advance(key):
            heapreplace(heads, head)
        else:
            heappop(heads)
