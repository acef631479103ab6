"""textwrap: paragraphs in lines of a width."""

import re

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_SPACES = "\t\n\x0b\x0c\r "
_TO_SPACE = {ord(space): " " for space in _SPACES}

# A chunk: spaces, a dash between words, a word up to where it may be broken behind a hyphen, or a whole word.
_LETTER = r"[^\d\W]"
_PUNCTUATION = r"[\w!\"'&.,?]"
_CHUNKS = re.compile(
    rf"""
    ( [{_SPACES}]+
    | (?<={_PUNCTUATION}) -{{2,}} (?=\w)
    | [^{_SPACES}]+? (?:
          - (?: (?<={_LETTER}{{2}}-) | (?<={_LETTER}-{_LETTER}-) ) (?= {_LETTER} -? {_LETTER})
        | (?=[{_SPACES}] | \Z)
        | (?<={_PUNCTUATION}) (?=-{{2,}}\w)
      )
    )""",
    re.VERBOSE,
)
_SIMPLE_CHUNKS = re.compile(f"([{_SPACES}]+)")
_SENTENCE_END = re.compile(r"[a-z][\.\!\?][\"\']?\Z")


class TextWrapper:
    def __init__(
        self,
        width=70,
        initial_indent="",
        subsequent_indent="",
        expand_tabs=True,
        replace_whitespace=True,
        fix_sentence_endings=False,
        break_long_words=True,
        drop_whitespace=True,
        break_on_hyphens=True,
        tabsize=8,
        *,
        max_lines=None,
        placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        chunks = self._chunks(text)
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        chunks.reverse()
        lines = []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            if not self._add_line(lines, chunks, indent):
                break
        return lines

    def fill(self, text):
        return "\n".join(self.wrap(text))

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_TO_SPACE)
        pattern = _CHUNKS if self.break_on_hyphens else _SIMPLE_CHUNKS
        chunks = [chunk for chunk in pattern.split(text) if chunk]
        if self.fix_sentence_endings:
            for at in range(len(chunks) - 1):
                if chunks[at + 1] == " " and _SENTENCE_END.search(chunks[at]):
                    chunks[at + 1] = "  "
        return chunks

    def _add_line(self, lines, chunks, indent):
        """Moves the chunks of one line from the end of `chunks`; false if the text ends with it."""
        width = self.width - len(indent)
        if self.drop_whitespace and lines and chunks[-1].strip() == "":
            del chunks[-1]
        line = []
        length = 0
        while chunks and length + len(chunks[-1]) <= width:
            length += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > width:
            self._break_word(chunks, line, length, width)
            length = sum([len(chunk) for chunk in line])
        if self.drop_whitespace and line and line[-1].strip() == "":
            length -= len(line.pop())
        if not line:
            return True
        if self._fits(lines, chunks, length, width):
            lines.append(indent + "".join(line))
            return True
        self._shorten(lines, line, length, width, indent)
        return False

    def _fits(self, lines, chunks, length, width):
        """Whether the line may be the next one: it is not the last allowed, or nothing is left."""
        if self.max_lines is None or len(lines) + 1 < self.max_lines:
            return True
        rest = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
        return rest and length <= width

    def _shorten(self, lines, line, length, width, indent):
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            length -= len(line.pop())
        if lines:
            last = lines[-1].rstrip()
            if len(last) + len(self.placeholder) <= self.width:
                lines[-1] = last + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _break_word(self, chunks, line, length, width):
        room = 1 if width < 1 else width - length
        if self.break_long_words and room > 0:
            word = chunks[-1]
            end = room
            if self.break_on_hyphens and len(word) > room:
                hyphen = word.rfind("-", 0, room)
                if hyphen > 0 and any(character != "-" for character in word[:hyphen]):
                    end = hyphen + 1
            line.append(word[:end])
            chunks[-1] = word[end:]
        elif self.break_long_words and not line or not self.break_long_words and not line:
            line.append(chunks.pop())


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    kwargs.setdefault("max_lines", 1)
    return TextWrapper(width=width, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    if not isinstance(text, str):
        raise TypeError(f"expected str object, not {type(text).__qualname__!r}")
    lines = ["" if not line.strip(" \t") else line for line in text.split("\n")]
    indents = [line[: len(line) - len(line.lstrip(" \t"))] for line in lines if line]
    if not indents:
        return "\n".join(lines)
    least, most = min(indents), max(indents)
    common = 0
    while common < len(least) and least[common] == most[common]:
        common += 1
    return "\n".join([line[common:] for line in lines])


def indent(text, prefix, predicate=None):
    lines = text.splitlines(keepends=True)
    return "".join([prefix + line if (predicate(line) if predicate else line.strip()) else line for line in lines])
