"""Getting, setting and deleting items, membership and length."""


def _plain_slice(key):
    """The slice with ints for the objects that stand for them."""
    parts = []
    for part in (key.start, key.stop, key.step):
        index = None if part is None or isinstance(part, int) else _lookup(part, "__index__")
        parts.append(part if index is None else index(part))
    return slice(*parts)


def _get_item(container, key):
    base = _payload(container)
    if isinstance(base, dict):
        at = _find(base, key)
        if at is not None:
            return base._entry(at)[1]
        missing = _lookup(container, "__missing__")
        if missing is not None:
            return missing(container, key)
        raise KeyError(key)
    if isinstance(base, (list, tuple, str, bytes, bytearray, range)):
        return base[_plain_slice(key) if isinstance(key, slice) else _lookup(key, "__index__")(key)]
    method = _lookup(container, "__getitem__")
    if method is None:
        raise TypeError(f"'{_type_name(container)}' object is not subscriptable")
    return method(container, key)


def _set_item(container, key, value):
    base = _payload(container)
    if isinstance(base, dict):
        at = _find(base, key)
        if at is None:
            base._insert(hash(key), key, value)
        else:
            base._replace(at, value)
    elif isinstance(base, (list, bytearray)):
        if isinstance(key, slice):
            key = _plain_slice(key)
            if _lookup(value, "__iter__") is None and _lookup(value, "__getitem__") is None:
                raise TypeError("must assign iterable to extended slice")
            base[key] = list(value)
        else:
            base[_lookup(key, "__index__")(key)] = value
    else:
        method = _lookup(container, "__setitem__")
        if method is None:
            raise TypeError(f"'{_type_name(container)}' object does not support item assignment")
        method(container, key, value)


def _delete_item(container, key):
    base = _payload(container)
    if isinstance(base, dict):
        at = _find(base, key)
        if at is None:
            raise KeyError(key)
        base._delete(at)
    elif isinstance(base, (list, bytearray)):
        del base[_plain_slice(key) if isinstance(key, slice) else _lookup(key, "__index__")(key)]
    else:
        method = _lookup(container, "__delitem__")
        if method is None:
            raise TypeError(f"'{_type_name(container)}' object doesn't support item deletion")
        method(container, key)


def _contains(container, item):
    base = _payload(container)
    if isinstance(base, dict) or _type_name(base) == "dict_keys":
        return _find(base if isinstance(base, dict) else base.mapping, item) is not None
    if isinstance(base, (set, frozenset)):
        return _set_find(base, _key_of(item)) is not None
    if _type_name(base) == "dict_items":
        if not isinstance(item, tuple) or len(item) != 2:
            return False
        at = _find(base.mapping, item[0])
        return at is not None and _same(base.mapping._entry(at)[1], item[1])
    method = _lookup(container, "__contains__")
    if method is not None and not isinstance(base, (list, tuple, range)):
        return method(container, item)
    if method is None and _lookup(container, "__iter__") is None and _lookup(container, "__getitem__") is None:
        raise TypeError(f"argument of type '{_type_name(container)}' is not a container or iterable")
    for other in container:
        if _same(other, item):
            return True
    return False


def _len(value):
    method = _lookup(value, "__len__")
    if method is None:
        raise TypeError(f"object of type '{_type_name(value)}' has no len()")
    length = method(value)
    if not isinstance(length, int):
        raise TypeError(f"'{_type_name(length)}' object cannot be interpreted as an integer")
    if length < 0:
        raise ValueError("__len__() should return >= 0")
    return int(length)
