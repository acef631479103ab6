"""pprint: containers on several lines where they are wider than one."""

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(
        object
    )


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    printer = PrettyPrinter(
        indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers
    )
    return printer.pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._repr(object, set(), 0)


def isrecursive(object):
    return "<Recursion on " in saferepr(object)


def isreadable(object):
    return not isrecursive(object) and not saferepr(object).startswith("<")


def _sorted(items, key=lambda item: item):
    """In order; values that cannot be compared go by the names of their types."""
    items = list(items)
    try:
        return sorted(items, key=key)
    except TypeError:
        return sorted(items, key=lambda item: (str(type(key(item))), id(key(item))))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        text = self.pformat(object)
        if self._stream is None:
            print(text)
        else:
            self._stream.write(text + "\n")

    def pformat(self, object):
        parts = []
        self._format(object, parts.append, 0, 0, set(), 0)
        return "".join(parts)

    def _repr(self, object, open, level):
        """On one line, sorted, and not deeper than `depth`."""
        kind = type(object)
        if kind is int and self._underscore_numbers:
            return f"{object:_d}"
        if kind.__repr__ not in (dict.__repr__, list.__repr__, tuple.__repr__):
            return repr(object)
        if not object:
            return repr(object)
        if self._depth is not None and level >= self._depth:
            return "{...}" if isinstance(object, dict) else "[...]" if isinstance(object, list) else "(...)"
        if id(object) in open:
            return f"<Recursion on {kind.__name__} with id={id(object)}>"
        open.add(id(object))
        if isinstance(object, dict):
            pairs = _sorted(object.items(), lambda item: item[0]) if self._sort_dicts else object.items()
            inner = [f"{self._repr(key, open, level + 1)}: {self._repr(value, open, level + 1)}" for key, value in pairs]
            text = "{" + ", ".join(inner) + "}"
        else:
            inner = ", ".join([self._repr(item, open, level + 1) for item in object])
            comma = "," if isinstance(object, tuple) and len(object) == 1 else ""
            text = f"[{inner}]" if isinstance(object, list) else f"({inner}{comma})"
        open.discard(id(object))
        return text

    def _format(self, object, write, indent, allowance, open, level):
        text = self._repr(object, open, level)
        if id(object) in open or len(text) <= self._width - indent - allowance:
            write(text)
            return
        method = self._method(object)
        if method is None:
            write(text)
            return
        if self._depth is not None and level >= self._depth:
            write(text)
            return
        open.add(id(object))
        method(object, write, indent, allowance, open, level + 1)
        open.discard(id(object))

    def _method(self, object):
        """How to write the object on several lines; None if that cannot be done."""
        kind = type(object)
        methods = (
            (dict, self._format_dict), (list, self._format_list), (tuple, self._format_tuple),
            (set, self._format_set), (frozenset, self._format_set), (str, self._format_str),
        )  # fmt: skip
        for base, method in methods:
            if isinstance(object, base) and kind.__repr__ is base.__repr__:
                return method
        return self._format_dataclass if hasattr(kind, "__dataclass_fields__") else None

    def _format_dict(self, object, write, indent, allowance, open, level):
        write("{" + " " * (self._indent - 1))
        pairs = _sorted(object.items(), lambda item: item[0]) if self._sort_dicts else list(object.items())
        indent += self._indent
        for at, (key, value) in enumerate(pairs):
            text = self._repr(key, open, level)
            write(f"{text}: ")
            last = at == len(pairs) - 1
            self._format(value, write, indent + len(text) + 2, allowance + 1 if last else 1, open, level)
            if not last:
                write(",\n" + " " * indent)
        write("}")

    def _format_list(self, object, write, indent, allowance, open, level):
        write("[")
        self._format_items(object, write, indent, allowance + 1, open, level)
        write("]")

    def _format_tuple(self, object, write, indent, allowance, open, level):
        write("(")
        end = ",)" if len(object) == 1 else ")"
        self._format_items(object, write, indent, allowance + len(end), open, level)
        write(end)

    def _format_set(self, object, write, indent, allowance, open, level):
        kind = type(object)
        begin, end = ("{", "}") if kind is set else (kind.__name__ + "({", "})")
        write(begin)
        indent += 0 if kind is set else len(kind.__name__) + 1
        self._format_items(_sorted(object), write, indent, allowance + len(end), open, level)
        write(end)

    def _format_items(self, items, write, indent, allowance, open, level):
        indent += self._indent
        if self._indent > 1:
            write(" " * (self._indent - 1))
        items = list(items)
        between = ",\n" + " " * indent
        room = width = self._width - indent + 1
        before = ""
        for at, item in enumerate(items):
            last = at == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, open, level)
                size = len(text) + 2
                if room < size:
                    room = width
                    before = between if before else ""
                if room >= size:
                    room -= size
                    write(before + text)
                    before = ", "
                    continue
            write(before)
            before = between
            self._format(item, write, indent, allowance if last else 1, open, level)

    def _format_dataclass(self, object, write, indent, allowance, open, level):
        name = type(object).__name__
        indent += len(name) + 1
        fields = [field.name for field in type(object).__dataclass_fields__.values() if field.repr]
        write(name + "(")
        for at, field in enumerate(fields):
            last = at == len(fields) - 1
            write(f"{field}=")
            inner = allowance + 1 if last else 1
            self._format(getattr(object, field), write, indent + len(field) + 1, inner, open, level)
            if not last:
                write(",\n" + " " * indent)
        write(")")

    def _format_str(self, object, write, indent, allowance, open, level):
        import re

        if not object:
            write(repr(object))
            return
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        chunks = []
        most = room = self._width - indent
        text = ""
        for at, line in enumerate(lines):
            text = repr(line)
            if at == len(lines) - 1:
                room -= allowance
            if len(text) <= room:
                chunks.append(text)
                continue
            parts = re.findall(r"\S*\s*", line)[:-1]
            width = most
            current = ""
            for place, part in enumerate(parts):
                candidate = current + part
                if place == len(parts) - 1 and at == len(lines) - 1:
                    width -= allowance
                if len(repr(candidate)) > width:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            write(text)
            return
        if level == 1:
            write("(")
        write(("\n" + " " * indent).join(chunks))
        if level == 1:
            write(")")
