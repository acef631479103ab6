"""contextvars: variables that each task and callback has its own values of.

The machine knows the present context of each thread, and enters the one of a task or callback; a context's variables are in `_data`,
a dict that is replaced, never changed, so that copies can share it.
"""

from _contexts import _current_context, _set_context
from _prelude import _generic_alias

_MISSING = object()


class Context:
    """A mapping of context variables to their values."""

    def __init__(self):
        self._data = {}
        self._entered = False

    def run(self, callable, /, *args, **kwargs):
        if getattr(self, "_entered", False) or _current_context() is self:
            raise RuntimeError(f"cannot enter context: {self!r} is already entered")
        outer = _set_context(self)
        self._entered = True
        try:
            return callable(*args, **kwargs)
        finally:
            self._entered = False
            _set_context(outer)

    def copy(self):
        copy = Context()
        copy._data = self._data
        return copy

    def __getitem__(self, var):
        _check_key(var)
        return self._data[var]

    def __contains__(self, var):
        _check_key(var)
        return var in self._data

    def get(self, var, default=None, /):
        _check_key(var)
        return self._data.get(var, default)

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

    def __eq__(self, other):
        return self._data == other._data if isinstance(other, Context) else NotImplemented

    __hash__ = None

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()


def _check_key(var):
    if not isinstance(var, ContextVar):
        raise TypeError(f"a ContextVar key was expected, got {var!r}")


def _present():
    context = _current_context()
    if context is None:
        context = Context()
        _set_context(context)
    return context


def copy_context():
    return _present().copy()


class ContextVar:
    """A variable whose value is the context's."""

    def __init__(self, name, /, *, default=_MISSING):
        if not isinstance(name, str):
            raise TypeError("context variable name must be a str")
        self._name = name
        self._default = default

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item)

    @property
    def name(self):
        return self._name

    def get(self, default=_MISSING, /):
        context = _current_context()
        value = _MISSING if context is None else context._data.get(self, _MISSING)
        if value is _MISSING:
            value = self._default if default is _MISSING else default
        if value is _MISSING:
            raise LookupError(self)
        return value

    def set(self, value, /):
        context = _present()
        token = Token(_KEY, context, self, context._data.get(self, _MISSING))
        context._data = {**context._data, self: value}
        return token

    def reset(self, token, /):
        if not isinstance(token, Token):
            raise TypeError(f"expected an instance of Token, got {token!r}")
        if token._used:
            raise RuntimeError(f"{token!r} has already been used once")
        if token._var is not self:
            raise ValueError(f"{token!r} was created by a different ContextVar")
        context = _present()
        if token._context is not context:
            raise ValueError(f"{token!r} was created in a different Context")
        token._used = True
        data = dict(context._data)
        if token._old is _MISSING:
            data.pop(self, None)
        else:
            data[self] = token._old
        context._data = data

    def __repr__(self):
        default = "" if self._default is _MISSING else f" default={self._default!r}"
        return f"<ContextVar name={self._name!r}{default} at {id(self):#x}>"


_KEY = object()


class _Missing:
    def __repr__(self):
        return "<Token.MISSING>"


class Token:
    """What a variable was before it was set; as a context manager, it sets it back."""

    MISSING = _Missing()

    def __init__(self, key=None, context=None, var=None, old=None):
        if key is not _KEY:
            raise RuntimeError("Tokens can only be created by ContextVars")
        self._context = context
        self._var = var
        self._old = old
        self._used = False

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item)

    @property
    def var(self):
        return self._var

    @property
    def old_value(self):
        return Token.MISSING if self._old is _MISSING else self._old

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self._var.reset(self)

    def __repr__(self):
        used = " used" if self._used else ""
        return f"<Token{used} var={self._var!r} at {id(self):#x}>"


for _class in (Context, ContextVar, Token):
    _class.__module__ = "_contextvars"
del _class
