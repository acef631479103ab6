"""json.decoder: reading. The text is read natively; hooks are applied here, to what was read."""

from _json import scan

__all__ = ["JSONDecoder", "JSONDecodeError"]


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


_CONSTANTS = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}
_SPACE = " \t\n\r"


class JSONDecoder:
    def __init__(
        self,
        *,
        object_hook=None,
        parse_float=None,
        parse_int=None,
        parse_constant=None,
        strict=True,
        object_pairs_hook=None,
    ):
        self._has_hooks = bool(object_hook or parse_float or parse_int or parse_constant or object_pairs_hook)
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        obj, end = self.raw_decode(s, _skip_space(s, 0))
        end = _skip_space(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """The value that begins at `idx`, and where it ends."""
        message, value, end = scan(s, idx, bool(self.strict), self._has_hooks)
        if message is not None:
            raise JSONDecodeError(message, s, end)
        return self._hooked(value) if self._has_hooks else value, end

    def _hooked(self, node):
        if isinstance(node, list):
            return [self._hooked(item) for item in node]
        if not isinstance(node, tuple):
            return node
        kind, content = node
        if kind == "int":
            return self.parse_int(content)
        if kind == "float":
            return self.parse_float(content)
        if kind == "constant":
            return self.parse_constant(content)
        pairs = [(key, self._hooked(value)) for key, value in content]
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        return dict(pairs) if self.object_hook is None else self.object_hook(dict(pairs))


def _skip_space(s, at):
    while at < len(s) and s[at] in _SPACE:
        at += 1
    return at
