"""What only Python can tell of an exception: its text, its notes, and the names close to a wrong one (Lib/traceback.py)."""

import sys

# What `_compute_suggestion_error` calls too many candidates.
_MAX_CANDIDATES = 750


def put_in_words(exception):
    """Prepares the exception, and all that it came from or groups, for being printed."""
    for one in _related(exception):
        text = _safe_str(one, "exception")
        near, plain = _hints(one)
        _say(one, text + near, text + plain, _notes(one))
    return exception


def format_all(exception, limit=None, chain=True, max_group_width=15, max_group_depth=10):
    """The whole traceback."""
    return "".join(_pieces(put_in_words(exception), limit, chain, max_group_width, max_group_depth))


def _safe_str(value, what, convert=str):
    try:
        return convert(value)
    except BaseException:
        return f"<{what} {convert.__name__}() failed>"


def _notes(exception):
    notes = getattr(exception, "__notes__", None)
    if notes is None:
        return []
    if isinstance(notes, (list, tuple)):
        return [_safe_str(note, "note") for note in notes]
    return [_safe_str(notes, "__notes__", repr)]


def _hints(exception):
    """The hint at the end of the message, and the same without what the frames tell."""
    name = getattr(exception, "name_from" if isinstance(exception, ImportError) else "name", None)
    if not isinstance(name, str):
        return "", ""
    if isinstance(exception, NameError):
        forgotten = name in sys.stdlib_module_names
        close = _close_name(exception, name)
        return _name_hint(close, name, forgotten), _name_hint(None, name, forgotten)
    if isinstance(exception, AttributeError):
        close = _close_attribute(exception, name)
    elif isinstance(exception, ImportError):
        close = _close_import(exception, name)
    else:
        close = None
    hint = "" if close is None else f". Did you mean: '{close}'?"
    return hint, hint


def _name_hint(close, name, forgotten):
    hint = "" if close is None else f". Did you mean: '{close}'?"
    if not forgotten:
        return hint
    return hint + (f" Or did you forget to import '{name}'?" if hint else f". Did you forget to import '{name}'?")


def _close_name(exception, name):
    scope = _scope(exception)
    if scope is None:
        return None
    variables, module = scope
    if "self" in variables:
        try:
            if hasattr(variables["self"], name):
                return f"self.{name}"
        except Exception:
            pass
    return _choose(name, [*variables, *vars(module), *_builtin_names()])


def _close_attribute(exception, name):
    try:
        names = [key for key in dir(exception.obj) if isinstance(key, str)]
    except Exception:
        return None
    if not name.startswith("_"):
        scope = _scope(exception)
        if scope is None or scope[0].get("self") is not exception.obj:
            names = [key for key in names if not key.startswith("_")]
    return _choose(name, sorted(names))


def _close_import(exception, name):
    module = sys.modules.get(exception.name)
    if module is None:
        return None
    return _choose(name, sorted(key for key in dir(module) if name.startswith("_") or not key.startswith("_")))


def _choose(name, candidates):
    return None if len(candidates) > _MAX_CANDIDATES else _closest(name, candidates)


class frame:
    """A frame of the program; its variables are those of the moment when it was asked for."""

    def __init__(self, code, line, variables, module, outer=None, depth=None):
        self.f_code = code
        self.f_locals = vars(module) if code.co_name == "<module>" else variables
        self.f_globals = vars(module)
        self.f_back = outer
        self._line = line
        self._depth = depth

    @property
    def f_lineno(self):
        # Of a frame that is still executed, the line changes.
        frames = _frames()
        if self._depth is not None and self._depth < len(frames):
            code, line, variables, module = frames[-1 - self._depth]
            if (code.co_name, code.co_firstlineno) == (self.f_code.co_name, self.f_code.co_firstlineno):
                return line
        return self._line

    def __repr__(self):
        return f"<frame at 0x7f0000000000, file {self.f_code.co_filename!r}, line {self.f_lineno}, code {self.f_code.co_name}>"


def current_frame(depth=0):
    """The program's frame that is being executed, or one of those it was called from."""
    outer = None
    frames = _frames()[depth:]
    for number, parts in enumerate(reversed(frames)):
        outer = frame(*parts, outer, number)
    return outer


def generator_frame(generator):
    """The frame of a generator or coroutine; `None` once it is done."""
    found = _generator_frame(generator)
    if found is None:
        return None
    return current_frame(found) if isinstance(found, int) else frame(*found)
