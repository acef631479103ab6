"""traceback: exceptions and frames as text. Frames of library code are left out."""

import sys

from _traceback import _last_lines, _pieces, _source_line, _stack, _summaries, current_frame, put_in_words

_RECURSIVE_CUTOFF = 3
_NOT_GIVEN = object()


def _given(exc, value, tb):
    """The exception that the three styles of arguments mean."""
    if value is _NOT_GIVEN and tb is _NOT_GIVEN:
        return exc
    if (value is _NOT_GIVEN) != (tb is _NOT_GIVEN):
        raise ValueError("Both or neither of value and tb must be given")
    return value


def print_exception(exc, /, value=_NOT_GIVEN, tb=_NOT_GIVEN, limit=None, file=None, chain=True, **kwargs):
    for line in format_exception(exc, value, tb, limit, chain):
        print(line, file=sys.stderr if file is None else file, end="")


def format_exception(exc, /, value=_NOT_GIVEN, tb=_NOT_GIVEN, limit=None, chain=True, **kwargs):
    exception = _given(exc, value, tb)
    if exception is None:
        return ["NoneType: None\n"]
    return _pieces(put_in_words(exception), limit, chain, 15, 10)


def format_exception_only(exc, /, value=_NOT_GIVEN, *, show_group=False, **kwargs):
    exception = exc if value is _NOT_GIVEN else value
    if exception is None:
        return ["NoneType: None\n"]
    lines = _last_lines(put_in_words(exception))
    if show_group and isinstance(exception, BaseExceptionGroup):
        for member in exception.exceptions:
            lines += ["   " + line for line in format_exception_only(member, show_group=True)]
    return lines


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    raise ValueError("no last exception")


def extract_tb(tb, limit=None):
    return StackSummary([] if tb is None else [FrameSummary._of(parts) for parts in _summaries(tb, limit)])


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit), file)


def extract_stack(f=None, limit=None):
    frames = [FrameSummary._of(parts) for parts in reversed(_stack())]
    if limit is not None:
        frames = frames[-limit:] if limit >= 0 else frames[:-limit]
    return StackSummary(frames)


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(f, limit), file)


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    for item in format_list(extracted_list):
        print(item, file=sys.stderr if file is None else file, end="")


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    frame = current_frame(0) if f is None else f
    while frame is not None:
        yield frame, frame.f_lineno
        frame = frame.f_back


def clear_frames(tb):
    """What the frames refer to is let go with the exception."""


class FrameSummary:
    """A frame of a traceback."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None, **kwargs):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = None if line is None else line.strip()
        self.locals = None if locals is None else {key: repr(value) for key, value in locals.items()}
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self._entry = None

    @classmethod
    def _of(cls, parts):
        filename, lineno, name, line, end_lineno, colno, end_colno, entry = parts
        self = cls(filename, lineno, name, line=line, end_lineno=end_lineno, colno=colno, end_colno=end_colno)
        self._entry = entry
        return self

    def _text(self):
        if self._entry is not None:
            return self._entry
        text = f'  File "{self.filename}", line {self.lineno}, in {self.name}\n'
        return text + f"    {self.line}\n" if self.line else text

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return tuple(self) == tuple(other) and self.locals == other.locals
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    """Frames, the outermost first."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        frames = list(frame_gen)
        if limit is not None:
            frames = frames[:limit] if limit >= 0 else frames[limit:]
        return cls(
            FrameSummary(f.f_code.co_filename, lineno, f.f_code.co_name, line=_source_line(f.f_code.co_filename, lineno))
            for f, lineno in frames
        )

    @classmethod
    def from_list(cls, a_list):
        frames = (item if isinstance(item, FrameSummary) else FrameSummary(*item[:3], line=item[3]) for item in a_list)
        return cls(frames)

    def format_frame_summary(self, frame_summary, **kwargs):
        return frame_summary._text()

    def format(self, **kwargs):
        result = []
        last, count = None, 0
        for frame in self:
            place = (frame.filename, frame.lineno, frame.name)
            if place != last:
                result += self._repeated(count)
                last, count = place, 0
            count += 1
            if count <= _RECURSIVE_CUTOFF:
                result.append(self.format_frame_summary(frame))
        return result + self._repeated(count)

    def _repeated(self, count):
        more = count - _RECURSIVE_CUTOFF
        if more <= 0:
            return []
        return [f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n"]


class TracebackException:
    """What is to be printed of an exception."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        put_in_words(exc_value)
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = extract_tb(exc_traceback, limit)
        self.exc_type = exc_type
        module = exc_type.__module__
        name = exc_type.__qualname__
        self.exc_type_str = name if module in ("__main__", "builtins") else f"{module}.{name}"
        self.__notes__ = getattr(exc_value, "__notes__", None)
        self.__suppress_context__ = exc_value.__suppress_context__
        self._limit = limit
        self._exception = exc_value
        self._related = {}

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def _other(self, exception):
        return None if exception is None else TracebackException.from_exception(exception)

    __cause__ = property(lambda self: self._other(self._exception.__cause__))
    __context__ = property(lambda self: self._other(self._exception.__context__))

    @property
    def exceptions(self):
        if not isinstance(self._exception, BaseExceptionGroup):
            return None
        return [self._other(member) for member in self._exception.exceptions]

    def __str__(self):
        return str(self._exception)

    def format(self, *, chain=True, **kwargs):
        yield from _pieces(self._exception, self._limit, chain, self.max_group_width, self.max_group_depth)

    def format_exception_only(self, *, show_group=False, **kwargs):
        yield from format_exception_only(self._exception, show_group=show_group)

    def print(self, *, file=None, chain=True, **kwargs):
        for line in self.format(chain=chain):
            print(line, file=sys.stderr if file is None else file, end="")
