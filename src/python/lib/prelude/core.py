"""What builtin operations mean where they have to call methods written in Python.

A native function that meets a user's `__eq__`, `__hash__`, `__lt__`, `__repr__` and the like hands over to the function of this
module that does the whole operation once more, in Python. The functions may use natives that are no part of the language:
`_lookup(value, name)` is what the class of a value has under a name, `_payload(value)` is the builtin value inside an instance of
a subclass, `_is_native(function)` tells the machine's own functions from those written in Python.
"""


def _written(value, name):
    """The method of that name, if the class of `value` or an ancestor defines it in Python."""
    method = _lookup(value, name)
    return None if method is None or _is_native(method) else method


def _type_name(value):
    return type(value).__name__


def _same(a, b):
    return a is b or a == b


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


# Items.


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
        return base[_lookup(key, "__index__")(key)]
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
        del base[_lookup(key, "__index__")(key)]
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


# Dicts.


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


# Sets.


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


# Lists and tuples.


def _with_list(function, at, *args, **kwargs):
    """Calls a native function that wants a list where it was given an iterable."""
    args = list(args)
    args[at] = [item for item in args[at]]
    return function(*args, **kwargs)


def _take(iterable, most):
    items = []
    for item in iterable:
        items.append(item)
        if len(items) == most:
            break
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
    items[:] = _sorted(items.copy(), key, reverse)


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
    for row in rows:
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


# Numbers.


def _bool(value):
    return True if value else False


def _abs(value):
    method = _lookup(value, "__abs__")
    if method is None:
        raise TypeError(f"bad operand type for abs(): '{_type_name(value)}'")
    return method(value)


def _round(value, *digits):
    method = _lookup(value, "__round__")
    if method is None:
        raise TypeError(f"type {_type_name(value)} doesn't define __round__ method")
    return method(value, *digits)


def _divmod(a, b):
    for method, receiver, argument in ((_lookup(a, "__divmod__"), a, b), (_lookup(b, "__rdivmod__"), b, a)):
        if method is not None:
            answer = method(receiver, argument)
            if answer is not NotImplemented:
                return answer
    raise TypeError(f"unsupported operand type(s) for divmod(): '{_type_name(a)}' and '{_type_name(b)}'")


def _pow(base, exponent, modulus=None):
    if modulus is None:
        return base**exponent
    method = _lookup(base, "__pow__")
    answer = NotImplemented if method is None else method(base, exponent, modulus)
    if answer is NotImplemented:
        names = f"'{_type_name(base)}', '{_type_name(exponent)}', '{_type_name(modulus)}'"
        raise TypeError(f"unsupported operand type(s) for ** or pow(): {names}")
    return answer


def _as_index(value):
    method = _lookup(value, "__index__")
    if method is None:
        raise TypeError(f"'{_type_name(value)}' object cannot be interpreted as an integer")
    return method(value)


def _range(*args):
    return range(*[_as_index(arg) for arg in args])


def _in_base(value, base):
    number = _as_index(value)
    return bin(number) if base == 2 else oct(number) if base == 8 else hex(number)


# Classes.


def _isinstance(value, cls):
    return _check_class(value, cls, "__instancecheck__", isinstance)


def _issubclass(value, cls):
    return _check_class(value, cls, "__subclasscheck__", issubclass)


def _check_class(value, cls, name, check):
    if isinstance(cls, tuple):
        for other in cls:
            if check(value, other):
                return True
        return False
    method = _written(cls, name)
    if method is not None and isinstance(cls, type):
        return True if method(cls, value) else False
    if isinstance(cls, type):
        return any(base is cls for base in (type(value) if check is isinstance else value).__mro__)
    # A union such as `int | None`.
    arguments = getattr(cls, "__args__", None)
    if arguments is not None and getattr(cls, "__origin__", None) is None:
        return check(value, arguments)
    if arguments is not None:
        raise TypeError(f"{check.__name__}() argument 2 cannot be a parameterized generic")
    kind = "a type" if check is isinstance else "a class"
    raise TypeError(f"{check.__name__}() arg 2 must be {kind}, a tuple of {kind[2:]}{'s' if check is isinstance else 'es'}, or a union")


# Texts.


_open = []


def _text(method, value, name):
    text = method(value)
    if not isinstance(text, str):
        raise TypeError(f"{name} returned non-string (type {_type_name(text)})")
    return text


def _str(value):
    method = _written(value, "__str__")
    if method is not None:
        return _text(method, value, "__str__")
    if isinstance(value, BaseException) and len(value.args) < 2:
        if not value.args:
            return ""
        return repr(value.args[0]) if isinstance(value, KeyError) else str(value.args[0])
    if isinstance(value, BaseException):
        return repr(value.args)
    return _repr(value)


def _repr(value):
    method = _written(value, "__repr__")
    if method is not None:
        return _text(method, value, "__repr__")
    if isinstance(value, BaseException):
        return _type_name(value) + "(" + ", ".join([repr(arg) for arg in value.args]) + ")"
    base = _payload(value)
    for kind, dots in _DOTS:
        if isinstance(base, kind):
            return _repr_container(value, base, dots)
    if _type_name(base) in ("dict_keys", "dict_values", "dict_items"):
        return _type_name(base) + "(" + repr(list(base)) + ")"
    return _text(_lookup(value, "__repr__"), value, "__repr__")


_DOTS = ((list, "[...]"), (tuple, "(...)"), (dict, "{...}"), (set, "..."), (frozenset, "..."))


def _repr_container(value, base, dots):
    for other in _open:
        if other is base:
            return dots
    _open.append(base)
    try:
        if isinstance(base, dict):
            return "{" + ", ".join([f"{key!r}: {item!r}" for key, item in base.items()]) + "}"
        items = ", ".join([repr(item) for item in base])
    finally:
        _open.pop()
    if isinstance(base, list):
        return "[" + items + "]"
    if isinstance(base, tuple):
        return "(" + items + (",)" if len(base) == 1 else ")")
    if isinstance(base, set) and type(value) is set:
        return "{" + items + "}"
    return _type_name(value) + "({" + items + "})"


def _ascii(value):
    return _to_ascii(_repr(value))


def _format(value, spec):
    return f"{value:{spec}}"


def _format_converted(value, name, spec):
    text = repr(value) if name == "repr" else ascii(value) if name == "ascii" else str(value)
    return format(text, spec)


def _print(args, sep=None, end=None, file=None):
    texts = [str(arg) for arg in args]
    if file is None:
        print(*texts, sep=sep, end=end)
    else:
        file.write((" " if sep is None else sep).join(texts) + ("\n" if end is None else end))


# Pattern matching.


def _match_len(subject):
    return len(subject)


def _inherits(subject, *names):
    for cls in type(subject).__mro__:
        if cls.__name__ in names:
            return True
    return False


def _match_sequence(subject):
    return _inherits(subject, "list", "tuple", "range", "deque", "Sequence", "MutableSequence")


def _match_mapping(subject):
    return _inherits(subject, "dict", "mappingproxy", "Mapping", "MutableMapping")


def _match_keys(subject, keys):
    values = []
    for key in keys:
        value = subject.get(key, _END)
        if value is _END:
            return None
        values.append(value)
    return tuple(values)


_SELF_MATCHING = (bool, bytearray, bytes, dict, float, frozenset, int, list, set, str, tuple)


def _match_class(subject, cls, names, count):
    if not isinstance(cls, type):
        raise TypeError("called match pattern must be a class")
    if not isinstance(subject, cls):
        return None
    values = []
    if count > 0:
        attributes = getattr(cls, "__match_args__", None)
        if attributes is None and issubclass(cls, _SELF_MATCHING):
            _check_pattern(cls, 1, count)
            values.append(subject)
            attributes = ()
        else:
            attributes = attributes or ()
            _check_pattern(cls, len(attributes), count)
        names = (*attributes[:count], *names)
    for name in names:
        value = getattr(subject, name, _END)
        if value is _END:
            return None
        values.append(value)
    return tuple(values)


def _check_pattern(cls, allowed, given):
    if given > allowed:
        patterns = "sub-pattern" if allowed == 1 else "sub-patterns"
        raise TypeError(f"{cls.__name__}() accepts {allowed} positional {patterns} ({given} given)")
