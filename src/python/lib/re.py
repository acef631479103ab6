"""re: the objects and functions around the matcher, which is native (`_re`)."""

import _re

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape",
    "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U",
    "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag", "PatternError",
]  # fmt: skip


class PatternError(Exception):
    """A text is no pattern, or no template."""

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            msg = f"{msg} at position {pos}"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        super().__init__(msg)


error = PatternError


class RegexFlag(int):
    """The flags, which can be combined."""

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        return "|".join(_flag_names(self)) or None

    def __repr__(self):
        names = _flag_names(self)
        return "|".join(["re." + name for name in names]) if names else "re.NOFLAG"

    __str__ = __repr__

    def __or__(self, other):
        return RegexFlag(int(self) | int(other))

    def __and__(self, other):
        return RegexFlag(int(self) & int(other))

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other))

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return RegexFlag(511 & ~int(self))

    def __contains__(self, other):
        return int(self) & int(other) == int(other)


_NAMES = {
    2: "IGNORECASE", 4: "LOCALE", 8: "MULTILINE", 16: "DOTALL", 32: "UNICODE", 64: "VERBOSE", 128: "DEBUG", 256: "ASCII",
}  # fmt: skip


def _flag_names(flags):
    return [name for bit, name in _NAMES.items() if int(flags) & bit]


NOFLAG = RegexFlag(0)
I = IGNORECASE = RegexFlag(2)
L = LOCALE = RegexFlag(4)
M = MULTILINE = RegexFlag(8)
S = DOTALL = RegexFlag(16)
U = UNICODE = RegexFlag(32)
X = VERBOSE = RegexFlag(64)
A = ASCII = RegexFlag(256)


class Pattern:
    def __init__(self, pattern, flags, groups, groupindex):
        self.pattern = pattern
        self.flags = flags
        self.groups = groups
        self._index = groupindex

    @property
    def groupindex(self):
        return dict(self._index)

    def _match(self, string, pos, endpos, full):
        spans = _re.match(self.pattern, self.flags, string, pos, endpos, full)
        return None if spans is None else Match(self, string, pos, endpos, spans)

    def match(self, string, pos=0, endpos=None):
        return self._match(string, pos, endpos, False)

    def fullmatch(self, string, pos=0, endpos=None):
        return self._match(string, pos, endpos, True)

    def search(self, string, pos=0, endpos=None):
        for spans in _re.search(self.pattern, self.flags, string, pos, endpos, 1):
            return Match(self, string, pos, endpos, spans)
        return None

    def finditer(self, string, pos=0, endpos=None):
        found = _re.search(self.pattern, self.flags, string, pos, endpos, 0)
        return iter([Match(self, string, pos, endpos, spans) for spans in found])

    def findall(self, string, pos=0, endpos=None):
        found = _re.search(self.pattern, self.flags, string, pos, endpos, 0)
        if self.groups == 0:
            return [string[spans[1] : spans[2]] for spans in found]
        empty = string[:0]
        rows = [
            tuple([string[spans[i] : spans[i + 1]] if spans[i] >= 0 else empty for i in range(3, len(spans), 2)]) for spans in found
        ]
        return [row[0] for row in rows] if self.groups == 1 else rows

    def split(self, string, maxsplit=0):
        parts = []
        last = 0
        for spans in _re.search(self.pattern, self.flags, string, 0, None, maxsplit) if maxsplit >= 0 else ():
            parts.append(string[last : spans[1]])
            parts.extend([string[spans[i] : spans[i + 1]] if spans[i] >= 0 else None for i in range(3, len(spans), 2)])
            last = spans[2]
        parts.append(string[last:])
        return parts

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def subn(self, repl, string, count=0):
        if not callable(repl):
            repl = _template(self, repl)
        found = _re.search(self.pattern, self.flags, string, 0, None, count) if count >= 0 else []
        if not found:
            return string, 0
        parts = []
        last = 0
        for spans in found:
            if last < spans[1]:
                parts.append(string[last : spans[1]])
            if isinstance(repl, list):
                parts.extend(_fill(repl, string, spans))
            elif callable(repl):
                parts.append(repl(Match(self, string, 0, None, spans)))
            else:
                parts.append(repl)
            last = spans[2]
        if last < len(string):
            parts.append(string[last:])
        return string[:0].join([part for part in parts if part is not None]), len(found)

    def __repr__(self):
        flags = int(self.flags)
        if isinstance(self.pattern, str) and flags & (32 | 256) == 32:
            flags &= ~32
        text = repr(self.pattern)
        text = text if len(text) <= 200 else text[:200]
        return f"re.compile({text}, {RegexFlag(flags)!r})" if flags else f"re.compile({text})"

    def __eq__(self, other):
        if not isinstance(other, Pattern):
            return NotImplemented
        return self.flags == other.flags and type(self.pattern) is type(other.pattern) and self.pattern == other.pattern

    def __hash__(self):
        return hash((self.pattern, self.flags))

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        return cls


class Match:
    def __init__(self, pattern, string, pos, endpos, spans):
        self.re = pattern
        self.string = string
        self.pos = min(max(pos, 0), len(string))
        self.endpos = len(string) if endpos is None else min(max(endpos, 0), len(string))
        self.lastindex = spans[0]
        self._spans = spans

    @property
    def lastgroup(self):
        for name, index in self.re._index.items():
            if index == self.lastindex:
                return name
        return None

    @property
    def regs(self):
        return tuple([self.span(i) for i in range(self.re.groups + 1)])

    def _number(self, group):
        """The number of a group given by number or name."""
        index = self.re._index.get(group, -1) if isinstance(group, (str, bytes)) else group
        if not hasattr(index, "__index__") or not 0 <= index <= self.re.groups:
            raise IndexError("no such group")
        return index.__index__()

    def _text(self, index, default=None):
        start = self._spans[2 * index + 1]
        return default if start < 0 else self.string[start : self._spans[2 * index + 2]]

    def group(self, *groups):
        if not groups:
            return self._text(0)
        texts = tuple([self._text(self._number(group)) for group in groups])
        return texts[0] if len(texts) == 1 else texts

    def __getitem__(self, group):
        return self._text(self._number(group))

    def groups(self, default=None):
        return tuple([self._text(i, default) for i in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(index, default) for name, index in self.re._index.items()}

    def start(self, group=0):
        return self._spans[2 * self._number(group) + 1]

    def end(self, group=0):
        return self._spans[2 * self._number(group) + 2]

    def span(self, group=0):
        return self.start(group), self.end(group)

    def expand(self, template):
        template = _template(self.re, template)
        if isinstance(template, list):
            return self.string[:0].join(_fill(template, self.string, self._spans))
        return template

    def __repr__(self):
        return f"<re.Match object; span={self.span()!r}, match={self._text(0)!r}>"

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __class_getitem__(cls, item):
        return cls


def _template(pattern, text):
    """A template as the text it is, or as a list of texts and group numbers if it has groups."""
    if not isinstance(text, (str, bytes)):
        raise TypeError(f"decoding to str: need a bytes-like object, {type(text).__name__} found")
    if "\\" not in text if isinstance(text, str) else b"\\" not in text:
        return text
    from _re_template import parse

    return parse(text, pattern, PatternError)


def _fill(template, string, spans):
    empty = string[:0]
    for part in template:
        if not isinstance(part, int):
            yield part
        elif spans[2 * part + 1] < 0:
            yield empty
        else:
            yield string[spans[2 * part + 1] : spans[2 * part + 2]]


_cache = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    key = type(pattern), pattern, int(flags)
    if key not in _cache:
        if len(_cache) >= 512:
            _cache.clear()
        _cache[key] = _compile(pattern, int(flags))
    return _cache[key]


def _compile(pattern, flags):
    if not isinstance(pattern, (str, bytes)):
        raise TypeError("first argument must be string or compiled pattern")
    if flags & 4:
        raise NotImplementedError("re.LOCALE is not supported here")
    if isinstance(pattern, bytes) and flags & 32:
        raise ValueError("cannot use UNICODE flag with a bytes pattern")
    if flags & 256 and flags & 32:
        raise ValueError("ASCII and UNICODE flags are incompatible")
    message, *result = _re.compile(pattern, flags)
    if message is None:
        return Pattern(pattern, *result)
    if message == "the repetition number is too large":
        raise OverflowError(message)
    raise PatternError(message, pattern, result[0])


def purge():
    _cache.clear()


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def sub(pattern, repl, string, *args, count=0, flags=0):
    count, flags = _by_position("count", args, count, flags)
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=0, flags=0):
    count, flags = _by_position("count", args, count, flags)
    return compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=0, flags=0):
    maxsplit, flags = _by_position("maxsplit", args, maxsplit, flags)
    return compile(pattern, flags).split(string, maxsplit)


def _by_position(name, args, number, flags):
    """`count` or `maxsplit`, and `flags`, which may still be given by position."""
    if args:
        import warnings

        warnings.warn(f"'{name}' is passed as positional argument", DeprecationWarning, stacklevel=1)
    return args[0] if args else number, args[1] if len(args) > 1 else flags


_SPECIAL = {ord(character): "\\" + character for character in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return bytes(pattern).decode("latin-1").translate(_SPECIAL).encode("latin-1")
