"""Lists and tuples: searching, extending and sorting."""


def _with_list(function, at, *args, **kwargs):
    """Calls a native function that wants a list where it was given an iterable."""
    args = list(args)
    args[at] = [item for item in args[at]]
    return function(*args, **kwargs)


def _take(iterable, most):
    items = []
    if isinstance(iterable, dict):
        most = None
    for item in iterable:
        items.append(item)
        if len(items) == most:
            raise ValueError(f"too many values to unpack (expected {most - 1})")
    return items


def _list_extend(items, iterable):
    if _lookup(iterable, "__iter__") is None and _lookup(iterable, "__getitem__") is None:
        raise TypeError(f"Value after * must be an iterable, not {_type_name(iterable)}")
    for item in iterable:
        items.append(item)


def _list_iadd(items, iterable):
    for item in iterable:
        items.append(item)
    return items


def _list_remove(items, value):
    items = _payload(items)
    for i in range(len(items)):
        if _same(items[i], value):
            del items[i]
            return
    raise ValueError("list.remove(x): x not in list")


def _index(items, value, start=0, stop=None):
    items = _payload(items)
    for i in range(*slice(start, stop, 1).indices(len(items))):
        if _same(items[i], value):
            return i
    kind = _type_name(items)
    raise ValueError(f"{kind}.index(x): x not in {kind}")


def _count(items, value):
    count = 0
    for item in _payload(items):
        if _same(item, value):
            count += 1
    return count


def _list_sort(items, key, reverse):
    items = _payload(items)
    # It is empty meanwhile, so that changes are seen; an error leaves it as it was.
    result = items.copy()
    items.clear()
    try:
        result = _sorted(result, key, reverse)
    finally:
        changed = len(items) > 0
        items[:] = result
    if changed:
        raise ValueError("list modified during sort")


def _sorted(items, key, reverse):
    keys = items if key is None else [key(item) for item in items]
    order = _sort_order(keys, reverse)
    if order is None:
        order = _merge_sort(keys, reverse)
    return [items[i] for i in order]


def _merge_sort(keys, reverse):
    order = list(range(len(keys)))
    width = 1
    while width < len(order):
        merged = []
        for start in range(0, len(order), 2 * width):
            _merge(keys, reverse, order[start : start + width], order[start + width : start + 2 * width], merged)
        order = merged
        width *= 2
    return order


def _merge(keys, reverse, left, right, merged):
    i = j = 0
    while i < len(left) and j < len(right):
        a, b = keys[left[i]], keys[right[j]]
        if a < b if reverse else b < a:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    merged.extend(left[i:])
    merged.extend(right[j:])
