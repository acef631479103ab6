

# Numbers and text. Natives give the pieces of a template: `_percent_values`, `_percent_join`, `_format_pieces`.


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
