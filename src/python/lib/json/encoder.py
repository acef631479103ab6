"""json.encoder: writing. Builtin values are written natively; what needs `default` or is an instance of a subclass, here."""

from _json import encode, encode_basestring, encode_basestring_ascii

__all__ = ["JSONEncoder"]


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(
        self,
        *,
        skipkeys=False,
        ensure_ascii=True,
        check_circular=True,
        allow_nan=True,
        sort_keys=False,
        indent=None,
        separators=None,
        default=None,
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        options = bool(self.ensure_ascii), bool(self.allow_nan), bool(self.sort_keys)
        text = encode(o, (*options, self.item_separator, self.key_separator, self._indent_text()))
        return "".join(self.iterencode(o, _one_shot=True)) if text is None else text

    def iterencode(self, o, _one_shot=False):
        """The text in pieces."""
        writer = _Writer(self)
        writer.write(o, 0, "")
        return iter(writer.chunks)

    def _indent_text(self):
        return " " * self.indent if self.indent is not None and not isinstance(self.indent, str) else self.indent


class _Writer:
    def __init__(self, encoder):
        self.encoder = encoder
        self.quote = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
        self.indent = encoder._indent_text()
        self.chunks = []
        # Identities of the containers that are being written.
        self.open = set()

    def write(self, value, level, before):
        """Writes a value behind the text `before`."""
        text = self.scalar(value)
        if text is not None:
            self.chunks.append(before + text)
            return
        if before:
            self.chunks.append(before)
        identity = id(value)
        if self.encoder.check_circular:
            if identity in self.open:
                raise ValueError("Circular reference detected")
            self.open.add(identity)
        if isinstance(value, (list, tuple)):
            self.write_array(value, level + 1)
        elif isinstance(value, dict):
            self.write_object(value, level + 1)
        else:
            self.write_other(value, level)
        self.open.discard(identity)

    def write_other(self, value, level):
        replacement = self.encoder.default(value)
        try:
            self.write(replacement, level, "")
        except Exception as error:
            error.add_note(f"when serializing {type(value).__name__} object")
            raise

    def scalar(self, value):
        """The text of a value that is no container; None for others."""
        if isinstance(value, str):
            return self.quote(value)
        if value is None:
            return "null"
        if value is True:
            return "true"
        if value is False:
            return "false"
        if isinstance(value, int):
            return int.__repr__(value)
        if isinstance(value, float):
            return self.number(value)
        return None

    def number(self, value):
        if value != value:
            text = "NaN"
        elif value in (float("inf"), float("-inf")):
            text = "Infinity" if value > 0 else "-Infinity"
        else:
            return float.__repr__(value)
        if not self.encoder.allow_nan:
            raise ValueError(f"Out of range float values are not JSON compliant: {value!r}")
        return text

    def write_array(self, items, level):
        if not items:
            self.chunks.append("[]")
            return
        before = "[" + self.new_line(level)
        for at, item in enumerate(items):
            try:
                self.write(item, level, before)
            except Exception as error:
                error.add_note(f"when serializing {type(items).__name__} item {at}")
                raise
            before = self.encoder.item_separator + self.new_line(level)
        self.close("]", level)

    def write_object(self, mapping, level):
        if not mapping:
            self.chunks.append("{}")
            return
        self.chunks.append("{")
        before = self.new_line(level)
        is_first = True
        for key, value in sorted(mapping.items()) if self.encoder.sort_keys else mapping.items():
            name = self.key(key)
            if name is None:
                continue
            if before:
                self.chunks.append(before)
            self.chunks.append(self.quote(name))
            self.chunks.append(self.encoder.key_separator)
            try:
                self.write(value, level, "")
            except Exception as error:
                error.add_note(f"when serializing {type(mapping).__name__} item {key!r}")
                raise
            before = self.encoder.item_separator + self.new_line(level)
            is_first = False
        if is_first:
            self.chunks.append("}")
        else:
            self.close("}", level)

    def key(self, key):
        """The text of a key; None if it is skipped."""
        if isinstance(key, str):
            return key
        if key is None or isinstance(key, (int, float)):
            return self.scalar(key)
        if self.encoder.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def new_line(self, level):
        return "" if self.indent is None else "\n" + self.indent * level

    def close(self, bracket, level):
        if self.indent is not None:
            self.chunks.append(self.new_line(level - 1))
        self.chunks.append(bracket)
