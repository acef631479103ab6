"""What dicts do where a key's `__eq__` or `__hash__` is written in Python."""


def _find(table, key):
    """The position of `key` in a dict, or None."""
    for at in table._candidates(hash(key)):
        entry = table._entry(at)
        if entry is not None and _same(entry[0], key):
            return at
    return None


def _build_dict(*items):
    table = {}
    for i in range(0, len(items), 2):
        _set_item(table, items[i], items[i + 1])
    return table


def _dict_new(source, named):
    table = {}
    _dict_update(table, () if source is None else source, named)
    return table


def _dict_update(table, source, named=None):
    table = _payload(table)
    if isinstance(_payload(source), dict) and not _written(source, "keys"):
        for key, value in _payload(source).items():
            table[key] = value
    elif hasattr(source, "keys"):
        for key in source.keys():
            table[key] = source[key]
    elif named is None:
        raise TypeError(f"'{_type_name(source)}' object is not a mapping")
    elif source is not None:
        _update_from_pairs(table, source)
    if named:
        for key, value in named.items():
            table[key] = value


def _update_from_pairs(table, pairs):
    at = 0
    for pair in pairs:
        if _lookup(pair, "__iter__") is None and _lookup(pair, "__getitem__") is None:
            error = TypeError("object is not iterable")
            error.add_note(f"Cannot convert dictionary update sequence element #{at} to a sequence")
            raise error
        pair = list(pair)
        if len(pair) != 2:
            raise ValueError(f"dictionary update sequence element #{at} has length {len(pair)}; 2 is required")
        table[pair[0]] = pair[1]
        at += 1


def _dict_get(table, key, default=None):
    table = _payload(table)
    at = _find(table, key)
    return default if at is None else table._entry(at)[1]


def _dict_setdefault(table, key, default=None):
    table = _payload(table)
    at = _find(table, key)
    if at is not None:
        return table._entry(at)[1]
    table._insert(hash(key), key, default)
    return default


def _dict_pop(table, key, *default):
    table = _payload(table)
    at = _find(table, key)
    if at is not None:
        return table._delete(at)
    if default:
        return default[0]
    raise KeyError(key)


def _dict_fromkeys(cls, iterable, value=None):
    table = cls()
    for key in iterable:
        table[key] = value
    return table


def _dict_or(a, b):
    result = a.copy()
    result.update(b)
    return result


def _merge_keywords(target, mapping, callable_name):
    for key in mapping.keys():
        if not isinstance(key, str):
            raise TypeError("keywords must be strings")
        if key in target:
            raise TypeError(f"{callable_name} got multiple values for keyword argument '{key}'")
        target[key] = mapping[key]


def _dict_ior(target, other):
    target.update(other)
    return target
