"""What sets do where an item's `__eq__` or `__hash__` is written in Python."""


def _key_of(item):
    """A set to look for stands for a frozenset of the same items."""
    return frozenset(item) if isinstance(item, set) and _lookup(item, "__hash__") is None else item


def _set_find(table, item):
    """The item of a set that equals `item`, in a tuple; or None."""
    for other in table._candidates(hash(item)):
        if _same(other, item):
            return (other,)
    return None


def _build_set(*items):
    return _set_new(items)


def _set_new(iterable):
    result = set()
    _set_update(result, iterable)
    return result


def _frozenset_new(iterable):
    return frozenset(_set_new(iterable))


def _like(original, result):
    return frozenset(result) if isinstance(original, frozenset) else result


def _set_add(table, item):
    table = _payload(table)
    if _set_find(table, item) is None:
        table._insert(hash(item), item)


def _set_discard(table, item):
    table, item = _payload(table), _key_of(item)
    found = _set_find(table, item)
    if found is not None:
        table._remove(hash(found[0]), found[0])
    return None


def _set_remove(table, item):
    size = len(_payload(table))
    _set_discard(table, item)
    if len(_payload(table)) == size:
        raise KeyError(item)


def _set_update(table, *others):
    for other in others:
        for item in list(other) if other is table else other:
            table.add(item)


def _set_replace(table, items):
    table.clear()
    _set_update(table, items)


def _set_intersection_update(table, *others):
    _set_replace(table, _set_intersection(table, *others))


def _set_difference_update(table, *others):
    for other in others:
        for item in list(other):
            table.discard(item)


def _set_symmetric_difference_update(table, other):
    _set_replace(table, _set_symmetric_difference(table, other))


def _set_union(table, *others):
    result = set(table)
    _set_update(result, *others)
    return _like(table, result)


def _set_intersection(table, *others):
    result = set(table)
    for other in others:
        common = set()
        for item in other:
            if item in result:
                common.add(item)
        result = common
    return _like(table, result)


def _set_difference(table, *others):
    result = set(table)
    _set_difference_update(result, *others)
    return _like(table, result)


def _set_symmetric_difference(table, other):
    other = set(other)
    result = set()
    for item in table:
        if item not in other:
            result.add(item)
    for item in other:
        if item not in table:
            result.add(item)
    return _like(table, result)


def _set_issubset(table, other):
    return _all_in(table, other if isinstance(other, (set, frozenset)) else set(other))


def _set_issuperset(table, other):
    return _all_in(other, table)


def _is_disjoint(table, other):
    for item in other:
        if item in table:
            return False
    return True


def _set_or(a, b):
    return _set_union(a if isinstance(a, (set, frozenset)) else set(a), b)


def _set_and(a, b):
    return _set_intersection(a if isinstance(a, (set, frozenset)) else set(a), b)


def _set_sub(a, b):
    return _set_difference(a if isinstance(a, (set, frozenset)) else set(a), b)


def _set_xor(a, b):
    return _set_symmetric_difference(a if isinstance(a, (set, frozenset)) else set(a), b)
