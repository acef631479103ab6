"""The iterators of `itertools`. The functions without an underscore in the middle check what they are given and return generators that
stand for the types of that module (`object::generator`)."""


def _accumulate(iterable, func, initial):
    return _accumulated(iter(iterable), func, initial)


def _accumulated(items, func, initial):
    total = initial
    if initial is None:
        for total in items:
            break
        else:
            return
    yield total
    for item in items:
        total = total + item if func is None else func(total, item)
        yield total


def _batched(iterable, n, strict):
    if n < 1:
        raise ValueError("n must be at least one")
    return _batches(iter(iterable), n, strict)


def _batches(items, n, strict):
    while True:
        batch = []
        for item in items:
            batch.append(item)
            if len(batch) == n:
                break
        if not batch:
            return
        if strict and len(batch) != n:
            raise ValueError("batched(): incomplete batch")
        yield tuple(batch)


def _chain(iterables):
    return _chained(iterables)


def _chained(iterables):
    for iterable in iterables:
        for item in iterable:
            yield item


def _combinations(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _combined(tuple(iterable), r)


def _combined(pool, r):
    n = len(pool)
    if r > n:
        return
    indices = list(range(r))
    while True:
        yield tuple([pool[i] for i in indices])
        at = r - 1
        while at >= 0 and indices[at] == at + n - r:
            at -= 1
        if at < 0:
            return
        indices[at] += 1
        for later in range(at + 1, r):
            indices[later] = indices[later - 1] + 1


def _combinations_with_replacement(iterable, r):
    if r < 0:
        raise ValueError("r must be non-negative")
    return _repeatedly_combined(tuple(iterable), r)


def _repeatedly_combined(pool, r):
    n = len(pool)
    if r > 0 and n == 0:
        return
    indices = [0] * r
    while True:
        yield tuple([pool[i] for i in indices])
        at = r - 1
        while at >= 0 and indices[at] == n - 1:
            at -= 1
        if at < 0:
            return
        indices[at:] = [indices[at] + 1] * (r - at)


def _compress(data, selectors):
    return _compressed(iter(data), iter(selectors))


def _compressed(data, selectors):
    for item, selected in zip(data, selectors):
        if selected:
            yield item


def _cycle(iterable):
    return _cycled(iter(iterable))


def _cycled(items):
    saved = []
    for item in items:
        saved.append(item)
        yield item
    while saved:
        for item in saved:
            yield item


def _dropwhile(predicate, iterable):
    return _dropped(predicate, iter(iterable))


def _dropped(predicate, items):
    for item in items:
        if not predicate(item):
            yield item
            break
    for item in items:
        yield item


def _takewhile(predicate, iterable):
    return _taken(predicate, iter(iterable))


def _taken(predicate, items):
    for item in items:
        if not predicate(item):
            return
        yield item


def _filterfalse(function, iterable):
    return _rejected(function, iter(iterable))


def _rejected(function, items):
    for item in items:
        if not (item if function is None or function is bool else function(item)):
            yield item


class _Grouping:
    """Where a `groupby` is. `number` counts the groups: an older one gives nothing any more."""

    def __init__(self, items, key):
        self.items = items
        self.key = key
        self.number = 0
        self.started = False
        self.ended = False

    def advance(self):
        """Reads the next item; False at the end."""
        for item in self.items:
            self.item = item
            self.item_key = item if self.key is None else self.key(item)
            return True
        self.ended = True
        return False


def _groupby(iterable, key):
    return _groups(_Grouping(iter(iterable), key))


def _groups(state):
    while True:
        if not state.started:
            if not state.advance():
                return
            state.started = True
        else:
            while not state.ended and state.item_key == state.current:
                if not state.advance():
                    return
            if state.ended:
                return
        state.current = state.item_key
        state.number += 1
        yield state.current, _one_group(state, state.number)


def _one_group(state, number):
    while state.number == number and not state.ended and state.item_key == state.current:
        yield state.item
        if state.number != number or not state.advance():
            return


_SLICE_ERRORS = {
    "start": "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.",
    "stop": "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.",
    "step": "Step for islice() must be a positive integer or None.",
}


def _islice(iterable, args):
    if not args or len(args) > 3:
        least = "at least 2" if not args else "at most 4"
        raise TypeError(f"islice expected {least} arguments, got {len(args) + 1}")
    start, stop, step = (None, args[0], None) if len(args) == 1 else (*args, None)[:3]
    for name, value in (("stop", stop), ("start", start), ("step", step)):
        if value is None:
            continue
        if not isinstance(value, int) or value < (1 if name == "step" else 0):
            raise ValueError(_SLICE_ERRORS["stop" if len(args) == 1 else "start" if name == "stop" else name])
    return _sliced(iter(iterable), start or 0, stop, step or 1)


def _sliced(items, start, stop, step):
    at = 0
    wanted = start
    while stop is None or at < stop:
        for item in items:
            break
        else:
            return
        if at == wanted:
            yield item
            wanted += step
        at += 1
        if stop is not None and wanted >= stop:
            # What lies between the last item wanted and the end is read, too.
            for _ in range(stop - at):
                for _ in items:
                    break
            return


def _pairwise(iterable):
    return _pairs(iter(iterable))


def _pairs(items):
    for before in items:
        break
    else:
        return
    for item in items:
        yield before, item
        before = item


def _permutations(iterable, r):
    pool = tuple(iterable)
    if r is not None and not isinstance(r, int):
        raise TypeError("Expected int as r")
    if r is not None and r < 0:
        raise ValueError("r must be non-negative")
    return _permuted(pool, len(pool) if r is None else r)


def _permuted(pool, r):
    n = len(pool)
    if r > n:
        return
    indices = list(range(n))
    turns = list(range(n, n - r, -1))
    yield tuple([pool[i] for i in indices[:r]])
    while True:
        for at in range(r - 1, -1, -1):
            turns[at] -= 1
            if turns[at] == 0:
                indices.append(indices.pop(at))
                turns[at] = n - at
            else:
                other = n - turns[at]
                indices[at], indices[other] = indices[other], indices[at]
                yield tuple([pool[i] for i in indices[:r]])
                break
        else:
            return


def _product(iterables, repeat):
    if repeat < 0:
        raise ValueError("repeat argument cannot be negative")
    return _multiplied([tuple(iterable) for iterable in iterables] * repeat)


def _multiplied(pools):
    for pool in pools:
        if not pool:
            return
    indices = [0] * len(pools)
    row = [pool[0] for pool in pools]
    while True:
        yield tuple(row)
        at = len(pools) - 1
        while at >= 0:
            indices[at] += 1
            if indices[at] < len(pools[at]):
                row[at] = pools[at][indices[at]]
                break
            indices[at] = 0
            row[at] = pools[at][0]
            at -= 1
        if at < 0:
            return


def _starmap(function, iterable):
    return _starmapped(function, iter(iterable))


def _starmapped(function, items):
    for args in items:
        yield function(*args)


def _zip_longest(iterables, fillvalue):
    return _zipped_longest([iter(iterable) for iterable in iterables], fillvalue)


def _zipped_longest(iterators, fillvalue):
    active = len(iterators)
    while active:
        values = []
        for at, iterator in enumerate(iterators):
            value = fillvalue
            if iterator is not None:
                for value in iterator:
                    break
                else:
                    iterators[at] = None
                    active -= 1
            values.append(value)
        if not active:
            return
        yield tuple(values)


class _TeeLink:
    """An item that a `tee` has read, and the next one after it."""

    __slots__ = ("item", "next")


def _teed(items, link):
    """Reads along a chain of links, which is continued from `items`."""
    while True:
        if not hasattr(link, "next"):
            for item in items:
                break
            else:
                return
            if not hasattr(link, "next"):
                link.item = item
                link.next = _TeeLink()
        item, link = link.item, link.next
        yield item
