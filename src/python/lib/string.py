"""string: constants, templates with `$name`, and formatting that can be overridden."""

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable",
    "punctuation", "whitespace", "Formatter", "Template",
]  # fmt: skip

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


class Template:
    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = None

    def __init__(self, template):
        self.template = template

    def _matches(self):
        import re

        delimiter = re.escape(self.delimiter)
        braced = self.braceidpattern or self.idpattern
        pattern = (
            rf"{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{self.idpattern})|{{(?P<braced>{braced})}}|(?P<invalid>))"
        )
        return re.compile(pattern, re.IGNORECASE if self.flags is None else self.flags)

    def _invalid(self, match):
        at = match.start("invalid")
        lines = self.template[:at].splitlines(keepends=True)
        column = at - len("".join(lines[:-1])) if lines else 1
        raise ValueError(f"Invalid placeholder in string: line {len(lines) or 1}, col {column}")

    def _fill(self, args, kws, value):
        mapping = {**args[0], **kws} if args and kws else args[0] if args else kws
        if len(args) > 1:
            raise TypeError("Too many positional arguments")

        def text(match):
            name = match["named"] or match["braced"]
            if name is not None:
                return value(match, mapping, name)
            if match["escaped"] is not None:
                return self.delimiter
            return value(match, mapping, None)

        return self._matches().sub(text, self.template)

    def substitute(self, *args, **kws):
        def value(match, mapping, name):
            return self._invalid(match) if name is None else str(mapping[name])

        return self._fill(args, kws, value)

    def safe_substitute(self, *args, **kws):
        def value(match, mapping, name):
            try:
                return match.group() if name is None else str(mapping[name])
            except KeyError:
                return match.group()

        return self._fill(args, kws, value)

    def is_valid(self):
        return all(match["invalid"] is None for match in self._matches().finditer(self.template))

    def get_identifiers(self):
        names = [match["named"] or match["braced"] for match in self._matches().finditer(self.template)]
        return list(dict.fromkeys([name for name in names if name is not None]))


class Formatter:
    """`str.format` in steps that subclasses can change."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, next_index):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        parts = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                parts.append(literal)
            if name is None:
                continue
            first = name.split(".")[0].split("[")[0]
            if first == "":
                if next_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(next_index) + name
                next_index += 1
            elif first.isdigit():
                if next_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                next_index = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            spec, next_index = self._vformat(spec, args, kwargs, used, depth - 1, next_index)
            parts.append(self.format_field(self.convert_field(value, conversion), spec))
        return "".join(parts), next_index

    def parse(self, format_string):
        """The pieces: literal text, field name, format spec, conversion."""
        literal = ""
        at = 0
        while at < len(format_string):
            character = format_string[at]
            if character in "{}" and format_string[at + 1 : at + 2] == character:
                yield literal + character, None, None, None
                literal = ""
                at += 2
            elif character == "}":
                raise ValueError("Single '}' encountered in format string")
            elif character == "{":
                end = _field_end(format_string, at)
                yield literal, *_field_parts(format_string[at + 1 : end])
                literal = ""
                at = end + 1
            else:
                literal += character
                at += 1
        if literal:
            yield literal, None, None, None

    def get_field(self, field_name, args, kwargs):
        import re

        first = re.match(r"[^.\[]*", field_name).group()
        key = int(first) if first.isdigit() else first
        value = self.get_value(key, args, kwargs)
        for attribute, index in re.findall(r"\.([^.\[]+)|\[([^\]]+)\]", field_name[len(first) :]):
            value = getattr(value, attribute) if attribute else value[int(index) if index.isdigit() else index]
        return value, key

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in ("s", "r", "a"):
            return {"s": str, "r": repr, "a": ascii}[conversion](value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")


def _field_end(text, at):
    depth = 0
    for end in range(at, len(text)):
        depth += (text[end] == "{") - (text[end] == "}")
        if depth == 0:
            return end
    if at + 1 == len(text):
        raise ValueError("Single '{' encountered in format string")
    raise ValueError("expected '}' before end of string")


def _field_parts(field):
    name, colon, spec = field.partition(":")
    name, mark, conversion = name.partition("!")
    return name, spec, conversion if mark else None
