"""Types as annotations write them: `int | str`, `list[int]`."""


class _Union:
    """`int | str`"""

    def __init__(self, *args):
        self.__args__ = args

    def __repr__(self):
        return " | ".join([_annotation_text(arg) for arg in self.__args__])

    def __eq__(self, other):
        return isinstance(other, _Union) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)


_Union.__name__ = _Union.__qualname__ = "Union"
_Union.__module__ = "typing"


class _GenericAlias:
    """`list[int]`"""

    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args

    def __repr__(self):
        return _annotation_text(self.__origin__) + "[" + ", ".join([_annotation_text(arg) for arg in self.__args__]) + "]"

    def __eq__(self, other):
        return isinstance(other, _GenericAlias) and self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)


_GenericAlias.__name__ = _GenericAlias.__qualname__ = "GenericAlias"
_GenericAlias.__module__ = "types"


def _annotation_text(arg):
    if arg is None or arg is type(None):
        return "None"
    if arg is ...:
        return "..."
    if isinstance(arg, type):
        return arg.__qualname__ if arg.__module__ == "builtins" else f"{arg.__module__}.{arg.__qualname__}"
    if isinstance(arg, list):
        return "[" + ", ".join([_annotation_text(item) for item in arg]) + "]"
    return repr(arg)


def _generic_alias(cls, key):
    return _GenericAlias(cls, key if isinstance(key, tuple) else (key,))


def _union(a, b):
    args = []
    for side in (a, b):
        for arg in side.__args__ if isinstance(side, _Union) else (type(None) if side is None else side,):
            if arg not in args:
                args.append(arg)
    return args[0] if len(args) == 1 else _Union(*args)
