"""Iterators over what is written in Python, and the builtin functions that take iterables."""


# Iterators.


def _iterate_sequence(sequence):
    """The iterator of an object that has `__getitem__` only."""
    i = 0
    method = _lookup(sequence, "__getitem__")
    while True:
        try:
            item = method(sequence, i)
        except (IndexError, StopIteration):
            return
        yield item
        i += 1


def _enumerate(iterable, start):
    return _enumerated(iter(iterable), start)


def _enumerated(iterator, index):
    for item in iterator:
        yield index, item
        index += 1


def _zip(iterables, strict):
    return _zipped([iter(iterable) for iterable in iterables], strict)


def _zipped(iterators, strict):
    while True:
        items = []
        for iterator in iterators:
            item = next(iterator, _END)
            if item is _END:
                if strict:
                    _check_strict(iterators, len(items))
                return
            items.append(item)
        yield tuple(items)


def _check_strict(iterators, ended):
    if ended > 0:
        raise ValueError(_unequal(ended + 1, "shorter"))
    for i in range(1, len(iterators)):
        if next(iterators[i], _END) is not _END:
            raise ValueError(_unequal(i + 1, "longer"))


def _unequal(number, how):
    others = " 1" if number == 2 else f"s 1-{number - 1}"
    return f"zip() argument {number} is {how} than argument{others}"


class _End:
    pass


_END = _End()


def _map(function, iterables, strict):
    if len(iterables) == 1:
        return _mapped(function, iter(iterables[0]))
    return _mapped_all(function, zip(*iterables, strict=strict))


def _mapped(function, iterator):
    for item in iterator:
        yield function(item)


def _mapped_all(function, rows):
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except ValueError as error:
            # Only `strict` complains in these words.
            if str(error).startswith("zip() argument"):
                raise ValueError("map" + str(error)[3:]) from None
            raise
        yield function(*row)


def _filter(function, iterable):
    return _filtered(function, iter(iterable))


def _filtered(function, iterator):
    for item in iterator:
        if item if function is None or function is bool else function(item):
            yield item


def _reversed(sequence):
    method = _lookup(sequence, "__reversed__")
    if method is not None:
        return method(sequence)
    base = _payload(sequence)
    if base is not sequence and _written(sequence, "__getitem__") is None:
        return reversed(base)
    if _lookup(sequence, "__getitem__") is None or _lookup(sequence, "__len__") is None:
        raise TypeError(f"'{_type_name(sequence)}' object is not reversible")
    return _backwards(sequence, len(sequence))


def _backwards(sequence, length):
    for i in range(length - 1, -1, -1):
        yield sequence[i]


# Functions over iterables.


def _sum(items, total):
    for item in items:
        total = total + item
    return total


def _min(iterable, key, default):
    return _extreme("min", iterable, key, default, False)


def _max(iterable, key, default):
    return _extreme("max", iterable, key, default, True)


def _extreme(name, iterable, key, default, greatest):
    best = best_key = _END
    for item in iterable:
        item_key = item if key is None else key(item)
        if best_key is _END or (item_key > best_key if greatest else item_key < best_key):
            best, best_key = item, item_key
    if best_key is not _END:
        return best
    if default:
        return default[0]
    raise ValueError(f"{name}() iterable argument is empty")


def _any(iterable):
    for item in iterable:
        if item:
            return True
    return False


def _all(iterable):
    for item in iterable:
        if not item:
            return False
    return True
