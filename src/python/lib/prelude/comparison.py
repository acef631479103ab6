"""Comparing and hashing where methods written in Python have a say."""


# Hashes.


def _hash(value):
    method = _written(value, "__hash__")
    if method is None:
        return _hash_tuple([hash(item) for item in _payload(value)])
    number = method(value)
    if not isinstance(number, int):
        raise TypeError("__hash__ method should return an integer")
    if number < -0x8000000000000000 or number > 0x7FFFFFFFFFFFFFFF:
        return hash(int(number))
    return -2 if number == -1 else int(number)


# Comparisons.


_METHODS = {
    "==": ("__eq__", "__eq__"),
    "!=": ("__ne__", "__ne__"),
    "<": ("__lt__", "__gt__"),
    "<=": ("__le__", "__ge__"),
    ">": ("__gt__", "__lt__"),
    ">=": ("__ge__", "__le__"),
}


def _compare(op, a, b):
    left, right = _payload(a), _payload(b)
    for kind in (list, tuple):
        if isinstance(left, kind) and isinstance(right, kind):
            return _compare_sequences(op, left, right)
    if op == "==" or op == "!=":
        if isinstance(left, dict) and isinstance(right, dict):
            return _equal_dicts(left, right) == (op == "==")
    if _is_set(left) and _is_set(right):
        return _compare_sets(op, left, right)
    return _compare_by_methods(op, a, b)


def _compare_sequences(op, a, b):
    if op == "==" or op == "!=":
        return _equal_sequences(a, b) == (op == "==")
    for x, y in zip(a, b):
        if not _same(x, y):
            return x < y if op == "<" else x <= y if op == "<=" else x > y if op == ">" else x >= y
    m, n = len(a), len(b)
    return m < n if op == "<" else m <= n if op == "<=" else m > n if op == ">" else m >= n


def _equal_sequences(a, b):
    if len(a) != len(b):
        return False
    for x, y in zip(a, b):
        if not _same(x, y):
            return False
    return True


def _equal_dicts(a, b):
    if len(a) != len(b):
        return False
    for key, value in a.items():
        at = _find(b, key)
        if at is None or not _same(value, b._entry(at)[1]):
            return False
    return True


def _is_set(value):
    return isinstance(value, (set, frozenset)) or _type_name(value) in ("dict_keys", "dict_items")


def _compare_sets(op, a, b):
    if op == "==":
        return len(a) == len(b) and _all_in(a, b)
    if op == "!=":
        return not (len(a) == len(b) and _all_in(a, b))
    if op == "<=":
        return _all_in(a, b)
    if op == "<":
        return len(a) < len(b) and _all_in(a, b)
    if op == ">=":
        return _all_in(b, a)
    return len(b) < len(a) and _all_in(b, a)


def _all_in(a, b):
    for item in a:
        if not _contains(b, item):
            return False
    return True


def _compare_by_methods(op, a, b):
    name, reflected = _METHODS[op]
    for method, receiver, argument in ((_lookup(a, name), a, b), (_lookup(b, reflected), b, a)):
        if method is not None:
            answer = method(receiver, argument)
            if answer is not NotImplemented:
                return answer
    if op == "==" or op == "!=":
        return (a is b) == (op == "==")
    raise TypeError(f"'{op}' not supported between instances of '{_type_name(a)}' and '{_type_name(b)}'")


def _not_equal(a, b):
    answer = _lookup(a, "__eq__")(a, b)
    return answer if answer is NotImplemented else not answer
