"""warnings: which warnings are shown, and showing them. Those of the machine itself (a coroutine never awaited) know the filters by
category only."""

import sys

from _traceback import _source_line, _stack
from _warnings import _filter_count, _filter_warnings, _forget_filters

_ACTIONS = ("error", "ignore", "always", "all", "default", "module", "once")
# What Python does without any filter of the program's, the first that fits decides.
_DEFAULTS = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]

filters = list(_DEFAULTS)
defaultaction = "default"
onceregistry = {}
_shown = set()


def simplefilter(action, category=Warning, lineno=0, append=False):
    _add(action, None, category, None, lineno, append)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _add(action, message or None, category, module or None, lineno, append)


def _add(action, message, category, module, lineno, append):
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    item = (action, message, category, module, lineno)
    if item in filters:
        filters.remove(item)
    if append:
        filters.append(item)
    else:
        filters.insert(0, item)
    _shown.clear()
    if message is None and not append and isinstance(category, type):
        _filter_warnings(action, category.__name__)


def resetwarnings():
    filters.clear()
    _shown.clear()
    _filter_warnings("default", "Warning")


class WarningMessage:
    """A warning that was recorded."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (
            f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
            f"lineno : {self.lineno}, line : {self.line!r}}}"
        )

    def __repr__(self):
        return f"<{type(self).__qualname__} {self}>"


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    frames = _stack()
    at = max(stacklevel, 1) - 1
    filename, lineno = frames[at][:2] if at < len(frames) else ("<sys>", 0)
    warn_explicit(message, category, filename, lineno, "__main__" if at < len(frames) else "sys", source=source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text, message = message, category(message)
    action = _action(text, category, module or filename.removesuffix(".py"), lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    key = {"once": (text, category), "module": (text, category, filename)}.get(action, (text, category, filename, lineno))
    if action not in ("always", "all"):
        if key in _shown:
            return
        _shown.add(key)
    showwarning(message, category, filename, lineno)


def _action(text, category, module, lineno):
    for action, pattern, kind, place, line in filters:
        fits = issubclass(category, kind) and line in (0, lineno)
        if fits and _matches(pattern, text, True) and _matches(place, module, False):
            return action
    return defaultaction


def _matches(pattern, text, ignore_case):
    if pattern is None or pattern == text:
        return True
    import re

    return re.match(pattern, text, re.IGNORECASE if ignore_case else 0) is not None


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    line = (_source_line(filename, lineno) if line is None else line).strip()
    return text + f"  {line}\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    (sys.stderr if file is None else file).write(formatwarning(message, category, filename, lineno, line))


class catch_warnings:
    """Puts the filters back at its end, and may record instead of show."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __enter__(self):
        global showwarning
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._saved = list(filters), showwarning, _filter_count()
        _shown.clear()
        log = None
        if self._record:
            log = []

            def record(message, category, filename, lineno, file=None, line=None):
                log.append(WarningMessage(message, category, filename, lineno, file, line))

            showwarning = record
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        global showwarning
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:], showwarning, count = self._saved
        _forget_filters(count)
        _shown.clear()


class deprecated:
    """Marks a function or class: its call warns."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message, category, stacklevel = self.message, self.category, self.stacklevel
        arg.__deprecated__ = message
        if category is None:
            return arg
        if isinstance(arg, type):
            original = arg.__init__

            def __init__(self, *args, **kwargs):
                if type(self) is arg:
                    warn(message, category=category, stacklevel=stacklevel)
                original(self, *args, **kwargs)

            arg.__init__ = __init__
            return arg
        import functools

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=stacklevel)
            return arg(*args, **kwargs)

        wrapper.__deprecated__ = message
        return wrapper
