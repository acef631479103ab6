"""What `match` asks of subjects that are not builtin."""


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
            attributes = () if attributes is None else attributes
            if not isinstance(attributes, tuple):
                raise TypeError(f"{cls.__name__}.__match_args__ must be a tuple (got {_type_name(attributes)})")
            _check_pattern(cls, len(attributes), count)
        names = (*attributes[:count], *names)
    for at, name in enumerate(names):
        if not isinstance(name, str):
            raise TypeError(f"__match_args__ elements must be strings (got {_type_name(name)})")
        if name in names[:at]:
            raise TypeError(f"{cls.__name__}() got multiple sub-patterns for attribute {name!r}")
        value = getattr(subject, name, _END)
        if value is _END:
            return None
        values.append(value)
    return tuple(values)


def _check_pattern(cls, allowed, given):
    if given > allowed:
        patterns = "sub-pattern" if allowed == 1 else "sub-patterns"
        raise TypeError(f"{cls.__name__}() accepts {allowed} positional {patterns} ({given} given)")
