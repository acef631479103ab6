"""Texts: `str`, `repr`, `format`, `print`, and templates.

Natives give the pieces of a template: `_percent_values`, `_percent_join`, `_format_pieces`.
"""


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
    return _exception_str(value) if isinstance(value, BaseException) else _repr(value)


def _exception_str(exception):
    if isinstance(exception, BaseExceptionGroup):
        count = len(exception.exceptions)
        return f"{exception.message} ({count} sub-exception{'' if count == 1 else 's'})"
    if len(exception.args) > 1:
        return repr(exception.args)
    if not exception.args:
        return ""
    return repr(exception.args[0]) if isinstance(exception, KeyError) else str(exception.args[0])


def _exception_repr(exception):
    return _type_name(exception) + "(" + ", ".join([repr(arg) for arg in exception.args]) + ")"


def _repr(value):
    method = _written(value, "__repr__")
    if method is not None:
        return _text(method, value, "__repr__")
    if isinstance(value, BaseException):
        return _exception_repr(value)
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
        end = "\n" if end is None else end
        if getattr(file, "takes_whole_lines", False):
            file.write((" " if sep is None else sep).join(texts) + end)
            return
        for at, text in enumerate(texts):
            if at:
                file.write(" " if sep is None else sep)
            file.write(text)
        file.write(end)


def _int(value):
    for name in ("__int__", "__index__"):
        method = _written(value, name)
        if method is not None:
            result = method(value)
            if not isinstance(result, int):
                raise TypeError(f"{name} returned non-int (type {_type_name(result)})")
            return int(result)
    message = "int() argument must be a string, a bytes-like object or a real number"
    raise TypeError(f"{message}, not '{_type_name(value)}'")


def _float(value):
    method = _written(value, "__float__")
    if method is not None:
        result = method(value)
        if not isinstance(result, float):
            raise TypeError(f"{_type_name(value)}.__float__() returned non-float (type {_type_name(result)})")
        return result
    method = _written(value, "__index__")
    if method is not None:
        return float(method(value))
    raise TypeError(f"float() argument must be a string or a real number, not '{_type_name(value)}'")


def _converted(value, conversion):
    if conversion == "r":
        return repr(value)
    return ascii(value) if conversion == "a" else str(value)


def _percent(template, values):
    template = _payload(template)
    texts = [_converted(value, conversion) for conversion, value in _percent_values(template, values)]
    return _percent_join(template, values, texts)


def _str_format(template, args=None, kwargs=None):
    return _Fields(args, kwargs).filled(_payload(template), 2)


class _Fields:
    """What the fields of a template stand for. `args` is None in `format_map`."""

    def __init__(self, args, kwargs):
        self.args = args
        self.kwargs = kwargs
        self.next = 0
        self.manual = False

    def filled(self, template, depth):
        if depth == 0:
            raise ValueError("Max string recursion exceeded")
        parts = []
        for literal, field in _format_pieces(template):
            parts.append(literal)
            if field is not None:
                parts.append(self.shown(depth, *field))
        return "".join(parts)

    def shown(self, depth, argument, path, conversion, spec):
        value = self.value(argument)
        for is_attribute, name in path:
            value = getattr(value, name) if is_attribute else value[name]
        if conversion is not None:
            value = _converted(value, conversion)
        if "{" in spec or "}" in spec:
            spec = self.filled(spec, depth - 1)
        return format(value, spec)

    def value(self, argument):
        if isinstance(argument, str):
            return self.kwargs[argument]
        if argument is None:
            if self.manual:
                raise ValueError("cannot switch from manual field specification to automatic field numbering")
            argument = self.next
            self.next += 1
        elif self.next:
            raise ValueError("cannot switch from automatic field numbering to manual field specification")
        else:
            self.manual = True
        if self.args is None:
            raise ValueError("Format string contains positional fields")
        if argument >= len(self.args):
            raise IndexError(f"Replacement index {argument} out of range for positional args tuple")
        return self.args[argument]


def _translate(text, table):
    entries = {}
    for character in text:
        try:
            entries[ord(character)] = table[ord(character)]
        except LookupError:
            pass
    return text.translate(entries)


def _bytes(source, name):
    kind = bytes if name == "bytes" else bytearray
    method = _lookup(source, "__bytes__")
    if method is not None:
        result = method(source)
        if not isinstance(result, bytes):
            raise TypeError(f"__bytes__ returned non-bytes (type {_type_name(result)})")
        return kind(result)
    if _lookup(source, "__index__") is not None:
        return kind(_as_index(source))
    raise TypeError(f"cannot convert '{_type_name(source)}' object to bytes")
