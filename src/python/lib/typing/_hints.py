"""Functions about hints: reading them, and those that only type checkers care for."""

import sys

from _define import _define
from _prelude import ForwardRef, _GenericAlias as _BuiltinAlias, _union, _Union

from typing._aliases import _AnnotatedAlias, _CallableAlias, _GenericAlias, _SpecialGenericAlias
from typing._forms import Annotated
from typing._generic import Generic


def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def reveal_type(obj, /):
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


_overloads = {}


def _no_implementation(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should"
        " always be followed by an implementation that is not @overload-ed."
    )


def overload(func):
    plain = getattr(func, "__func__", func)
    _overloads.setdefault((plain.__module__, plain.__qualname__), []).append(func)
    return _no_implementation


def get_overloads(func):
    plain = getattr(func, "__func__", func)
    return list(_overloads.get((plain.__module__, plain.__qualname__), ()))


def clear_overloads():
    _overloads.clear()


def _marked(name):
    def decorate(target):
        try:
            setattr(target, name, True)
        except (AttributeError, TypeError):
            pass
        return target

    return decorate


final = _marked("__final__")
override = _marked("__override__")
no_type_check = _marked("__no_type_check__")
for _function, _name in ((final, "final"), (override, "override"), (no_type_check, "no_type_check")):
    _function.__name__ = _function.__qualname__ = _name


def dataclass_transform(**options):
    def decorate(target):
        target.__dataclass_transform__ = options
        return target

    return decorate


class NewType:
    """A type that is another one at run time."""

    __module__ = "typing"

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        raise TypeError(
            "Cannot subclass an instance of NewType. Perhaps you were looking for: `<name> = NewType(...)`".replace(
                "`<name> = NewType(...)`", f"`{bases[0].__name__} = NewType({bases[0].__name__!r}, {self.__name__})`"
            )
        )

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, _Union):
        return _Union
    if isinstance(tp, (_BuiltinAlias, _GenericAlias, _SpecialGenericAlias)):
        return tp.__origin__
    return Generic if tp is Generic else None


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, _CallableAlias):
        *params, result = tp.__args__
        if len(params) == 1 and (params[0] is ... or hasattr(params[0], "__takes_list__")):
            return (params[0], result)
        return (params, result)
    if isinstance(tp, (_BuiltinAlias, _GenericAlias, _Union)):
        return tuple(tp.__args__)
    return ()


def is_typeddict(tp):
    return type(tp).__name__ == "_TypedDictMeta" and tp.__name__ != "TypedDict"


def _evaluate(text, names):
    """The value of an annotation that is a text."""
    return _define(f"def annotation():\n    return (\n{text}\n)\n", names)()


def _resolved(hint, names, include_extras):
    if hint is None:
        return type(None)
    if isinstance(hint, str):
        hint = _evaluate(hint, names)
    elif isinstance(hint, ForwardRef):
        hint = _evaluate(hint.__forward_arg__, names)
    if isinstance(hint, _AnnotatedAlias) and not include_extras:
        return _resolved(hint.__origin__, names, include_extras)
    if isinstance(hint, _Union):
        result = None
        for arg in hint.__args__:
            arg = _resolved(arg, names, include_extras)
            result = arg if result is None else _union(result, arg)
        return result
    if isinstance(hint, _GenericAlias) and not include_extras and getattr(hint.__origin__, "_name", "") in ("Required", "NotRequired", "ReadOnly"):
        return _resolved(hint.__args__[0], names, include_extras)
    if isinstance(hint, (_GenericAlias, _BuiltinAlias)) and getattr(hint.__origin__, "_name", "") not in ("Literal", "Annotated"):
        args = tuple([arg if isinstance(arg, list) else _resolved(arg, names, include_extras) for arg in hint.__args__])
        if any([new is not old for new, old in zip(args, hint.__args__)]):
            return hint.copy_with(args)
    return hint


def _names_for(obj, globalns, localns):
    names = {}
    if globalns is None:
        from _define import _main_globals

        names.update(_main_globals())
    else:
        names.update(globalns)
    for param in getattr(obj, "__type_params__", ()):
        names[param.__name__] = param
    names.update(localns or {})
    return names


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class and its bases, or of a function, with texts evaluated."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            if base.__module__ != "builtins":
                names = _names_for(base, globalns, localns)
                for name, hint in base.__annotations__.items():
                    hints[name] = _resolved(hint, names, include_extras)
        return hints
    annotations = getattr(obj, "__annotations__", None)
    if annotations is None:
        raise TypeError(f"{obj!r} is not a module, class, method, or function.")
    names = _names_for(obj, globalns, localns)
    return {name: _resolved(hint, names, include_extras) for name, hint in annotations.items()}


def evaluate_forward_ref(forward_ref, *, owner=None, globals=None, locals=None, type_params=None, format=1):
    return _resolved(forward_ref, _names_for(owner, globals, locals), True)
