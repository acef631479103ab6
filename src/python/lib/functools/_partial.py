"""Callables with some of the arguments given already."""

import types

from _prelude import _generic_alias

_open = []


class _PlaceholderType:
    __module__ = "functools"

    def __repr__(self):
        return "Placeholder"


Placeholder = _PlaceholderType()


def _merged(given, rest):
    """Positional arguments, those that come later in the place of placeholders."""
    rest = list(rest)
    args = []
    for arg in given:
        if arg is Placeholder and rest:
            arg = rest.pop(0)
        args.append(arg)
    return (*args, *rest)


class partial:
    """`partial(f, 1)(2)` is `f(1, 2)`."""

    __module__ = "functools"

    def __init__(self, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        args = tuple(args)
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if args and args[-1] is Placeholder:
            raise TypeError("trailing Placeholders are not allowed")
        if any([value is Placeholder for value in keywords.values()]):
            raise TypeError("Placeholder cannot be passed as a keyword argument")
        if type(func) is partial and not func.__dict__.keys() - {"func", "args", "keywords"}:
            args = _merged(func.args, args)
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        missing = self.args.count(Placeholder)
        if missing > len(args):
            raise TypeError(
                f"missing positional arguments in 'partial' call; expected at least {missing}, got {len(args)}"
            )
        given = _merged(self.args, args) if missing else (*self.args, *args)
        return self.func(*given, **{**self.keywords, **keywords})

    def __get__(self, instance, owner=None):
        return self if instance is None else types.MethodType(self, instance)

    def __reduce__(self):
        return type(self), (self.func, *self.args), dict(self.__dict__)

    def __repr__(self):
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        for other in _open:
            if other is self:
                return f"{name}(...)"
        _open.append(self)
        try:
            parts = [repr(self.func), *[repr(arg) for arg in self.args]]
            parts.extend([f"{key}={value!r}" for key, value in self.keywords.items()])
        finally:
            _open.pop()
        return f"{name}({', '.join(parts)})"

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item)


class partialmethod:
    """The same for a method: the object comes first."""

    __module__ = "functools"

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__") and not isinstance(func, (classmethod, staticmethod)):
            raise TypeError(f"the first argument {func!r} must be a callable or a descriptor")
        if isinstance(func, partialmethod):
            args = _merged(func.args, args)
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def _unbound(self):
        def _method(cls_or_self, /, *args, **keywords):
            given = _merged(self.args, args)
            return self.func(cls_or_self, *given, **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, instance, owner=None):
        if isinstance(self.func, (classmethod, staticmethod)):
            bound = self.func.__wrapped__
            if isinstance(self.func, classmethod):
                bound = types.MethodType(bound, owner)
            return partial(bound, *self.args, **self.keywords)
        method = self._unbound()
        return method if instance is None else types.MethodType(method, instance)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    def __repr__(self):
        parts = [repr(self.func), *[repr(arg) for arg in self.args]]
        parts.extend([f"{key}={value!r}" for key, value in self.keywords.items()])
        return f"functools.partialmethod({', '.join(parts)})"
