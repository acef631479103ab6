"""Templates of `re.sub` and `Match.expand`: texts with references to groups."""

_ESCAPES = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "\\": "\\"}
_DIGITS = "0123456789"
_OCTAL = "01234567"


def parse(template, pattern, error):
    """The template as a text, or as a list of texts and group numbers."""
    is_text = isinstance(template, str)
    return _Parser(template if is_text else template.decode("latin-1"), template, pattern, error).parse(is_text)


class _Parser:
    def __init__(self, text, source, pattern, error):
        self.text = text
        self.source = source
        self.pattern = pattern
        self.error = error
        self.parts = []

    def parse(self, is_text):
        at = 0
        while at < len(self.text):
            end = self.text.find("\\", at)
            if end < 0:
                end = len(self.text)
            if end > at:
                self.parts.append(self.text[at:end])
            at = self.escape(end) if end < len(self.text) else end
        parts = self.parts if is_text else [part.encode("latin-1") if isinstance(part, str) else part for part in self.parts]
        if any(isinstance(part, int) for part in parts):
            return parts
        return ("" if is_text else b"").join(parts)

    def fail(self, message, at):
        raise self.error(message, self.source, at)

    def escape(self, begin):
        """Adds what the escape at `begin` stands for; gives where it ends."""
        if begin + 1 == len(self.text):
            self.fail("bad escape (end of pattern)", begin)
        letter = self.text[begin + 1]
        if letter == "g":
            return self.named(begin)
        if letter in _DIGITS:
            return self.numbered(begin)
        if letter in _ESCAPES:
            self.parts.append(_ESCAPES[letter])
        elif letter.isascii() and letter.isalpha():
            self.fail(f"bad escape \\{letter}", begin)
        else:
            self.parts.append("\\" + letter)
        return begin + 2

    def numbered(self, begin):
        text = self.text
        digits = text[begin + 1]
        following = text[begin + 2 : begin + 4]
        if digits == "0":
            if following[:1] and following[0] in _OCTAL:
                digits += following if len(following) == 2 and following[1] in _OCTAL else following[0]
            self.parts.append(chr(int(digits, 8) & 0xFF))
            return begin + 1 + len(digits)
        if following[:1] and following[0] in _DIGITS:
            if digits in _OCTAL and len(following) == 2 and following[0] in _OCTAL and following[1] in _OCTAL:
                digits += following
                if int(digits, 8) > 0o377:
                    self.fail(f"octal escape value \\{digits} outside of range 0-0o377", begin)
                self.parts.append(chr(int(digits, 8)))
                return begin + 4
            digits += following[0]
        self.group(int(digits), begin + 1)
        return begin + 1 + len(digits)

    def named(self, begin):
        start = begin + 3
        if self.text[begin + 2 : start] != "<":
            self.fail("missing <", begin + 2)
        end = self.text.find(">", start)
        name = self.text[start:end] if end >= 0 else self.text[start:]
        if not name:
            self.fail("missing group name", start)
        if end < 0:
            self.fail("missing >, unterminated name", start)
        if name.isascii() and name.isdigit():
            self.group(int(name), start)
        elif not name.isidentifier():
            self.fail(f"bad character in group name {name!r}", start)
        elif name not in self.pattern._index:
            raise IndexError(f"unknown group name {name!r}")
        else:
            self.parts.append(self.pattern._index[name])
        return end + 1

    def group(self, index, at):
        if index > self.pattern.groups:
            self.fail(f"invalid group reference {index}", at)
        self.parts.append(index)
