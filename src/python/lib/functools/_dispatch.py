"""Functions chosen by the type of an argument."""

import types

from functools._wrapping import update_wrapper


def _is_union(cls):
    return isinstance(cls, types.UnionType)


def _registered_class(func):
    """The type of the first parameter, as the annotations say."""
    annotations = [(name, kind) for name, kind in getattr(func, "__annotations__", {}).items() if name != "return"]
    if not annotations:
        raise TypeError(
            f"Invalid first argument to `register()`: {func!r}. Use either `@register(some_class)` or plain `@register`"
            " on an annotated function."
        )
    name, cls = annotations[0]
    if isinstance(cls, str):
        from typing import get_type_hints

        cls = get_type_hints(func)[name]
    if not isinstance(cls, type) and not _is_union(cls):
        raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
    if _is_union(cls) and not all([isinstance(one, type) for one in cls.__args__]):
        raise TypeError(f"Invalid annotation for {name!r}. {cls!r} not all arguments are classes.")
    return cls


def singledispatch(func):
    """Lets other functions take over for their types of the first argument."""
    registry = {object: func}
    name = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                if base is object:
                    break
                return registry[base]
        found = [kind for kind in registry if kind is not object and issubclass(cls, kind)]
        if not found:
            return registry[object]
        best = found[0]
        for other in found[1:]:
            if issubclass(other, best):
                best = other
            elif not issubclass(best, other):
                raise RuntimeError(f"Ambiguous dispatch: {best} or {other}")
        return registry[best]

    def register(cls, func=None):
        if isinstance(cls, type) or _is_union(cls):
            if func is None:
                return lambda func: register(cls, func)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            func = cls
            cls = _registered_class(func)
        for kind in cls.__args__ if _is_union(cls) else (cls,):
            registry[kind] = func
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = types.MappingProxyType(registry)
    wrapper._clear_cache = lambda: None
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """The same for methods: the type of the argument after the object decides."""

    __module__ = "functools"

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__") and not isinstance(func, (classmethod, staticmethod)):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        if method is None and isinstance(cls, (classmethod, staticmethod)):
            cls, method = _registered_class(cls.__wrapped__), cls
        return self.dispatcher.register(cls, method)

    def __get__(self, instance, owner=None):
        name = getattr(self.func, "__name__", "singledispatchmethod method")

        def method(*args, **kwargs):
            if not args:
                raise TypeError(f"{name} requires at least 1 positional argument")
            found = self.dispatcher.dispatch(args[0].__class__)
            if isinstance(found, staticmethod):
                return found.__wrapped__(*args, **kwargs)
            if isinstance(found, classmethod):
                return found.__wrapped__(owner, *args, **kwargs)
            return found(*args, **kwargs) if instance is None else found(instance, *args, **kwargs)

        method.register = self.register
        return update_wrapper(method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
