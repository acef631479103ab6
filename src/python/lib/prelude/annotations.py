"""Types as annotations write them: `int | str`, `list[int]`."""


class _Union:
    """`int | str`"""

    def __init__(self, *args):
        self.__args__ = args

    @property
    def __parameters__(self):
        from typing._aliases import _parameters_of

        return _parameters_of(self.__args__)

    @property
    def __origin__(self):
        return _Union

    def __class_getitem__(cls, parameters):
        if parameters == ():
            raise TypeError("Cannot take a Union of no types.")
        result = None
        for parameter in parameters if isinstance(parameters, tuple) else (parameters,):
            parameter = ForwardRef(parameter) if isinstance(parameter, str) else parameter
            result = _union(parameter) if result is None else _union(result, parameter)
        return result

    def __getitem__(self, parameters):
        from typing._aliases import _paired, _substituted

        if not self.__parameters__:
            raise TypeError(f"{self!r} is not a generic class")
        given = parameters if isinstance(parameters, tuple) else (parameters,)
        return _substituted(self, _paired(self, self.__parameters__, given))

    def __call__(self, *args, **kwargs):
        raise TypeError(f"'{_type_name(self)}' object is not callable")

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

    @property
    def __parameters__(self):
        from typing._aliases import _parameters_of

        return _parameters_of(self.__args__)

    def __getitem__(self, parameters):
        from typing._aliases import _paired, _substituted

        if not self.__parameters__:
            raise TypeError(f"{self!r} is not a generic class")
        given = parameters if isinstance(parameters, tuple) else (parameters,)
        return _substituted(self, _paired(self, self.__parameters__, given))

    def copy_with(self, args):
        return _GenericAlias(self.__origin__, args)

    def __getattr__(self, name):
        if name in ("__origin__", "__args__") or name.startswith("__") and name not in ("__name__", "__qualname__", "__module__", "__doc__"):
            raise AttributeError(f"type object '{self.__origin__.__name__}' has no attribute '{name}'")
        return getattr(self.__origin__, name)

    def __repr__(self):
        return _annotation_text(self.__origin__) + "[" + (", ".join([_annotation_text(arg) for arg in self.__args__]) or "()") + "]"

    def __eq__(self, other):
        return isinstance(other, _GenericAlias) and self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __call__(self, *args, **kwargs):
        return self.__origin__(*args, **kwargs)

    def __instancecheck__(self, obj):
        raise TypeError("isinstance() argument 2 cannot be a parameterized generic")

    def __subclasscheck__(self, cls):
        raise TypeError("issubclass() argument 2 cannot be a parameterized generic")

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


def _union(*sides):
    args = []
    for side in sides:
        for arg in side.__args__ if isinstance(side, _Union) else (type(None) if side is None else side,):
            if arg not in args:
                args.append(arg)
    return args[0] if len(args) == 1 else _Union(*args)


# Names in annotations that are not defined yet.


class ForwardRef:
    """A type that is known by its text only."""

    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg
        self.__forward_module__ = module
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__owner__ = owner

    def __repr__(self):
        module = "" if self.__forward_module__ is None else f", module={self.__forward_module__!r}"
        is_class = ", is_class=True" if self.__forward_is_class__ else ""
        owner = "" if self.__owner__ is None else f", owner={self.__owner__!r}"
        return f"ForwardRef({self.__forward_arg__!r}{module}{is_class}{owner})"

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__ and self.__owner__ is other.__owner__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)


ForwardRef.__module__ = "annotationlib"


class _UnknownName(ForwardRef):
    """A forward reference while its annotation is being evaluated: it grows with what is done to it."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return _UnknownName(f"{self.__forward_arg__}.{name}")

    def __getitem__(self, key):
        keys = key if isinstance(key, tuple) else (key,)
        return _UnknownName(f"{self.__forward_arg__}[{', '.join([_source_text(item) for item in keys])}]")

    def __call__(self, *args):
        return _UnknownName(f"{self.__forward_arg__}({', '.join([repr(item) for item in args])})")

    def __or__(self, other):
        return _UnknownName(f"{self.__forward_arg__} | {_source_text(other)}")

    def __ror__(self, other):
        return _UnknownName(f"{_source_text(other)} | {self.__forward_arg__}")

    def __hash__(self):
        return hash(self.__forward_arg__)


_UnknownName.__name__ = _UnknownName.__qualname__ = "ForwardRef"
_UnknownName.__module__ = "annotationlib"


def _source_text(arg):
    """An evaluated annotation as it may have been written."""
    if isinstance(arg, ForwardRef):
        return arg.__forward_arg__
    if isinstance(arg, _Union):
        return " | ".join([_source_text(item) for item in arg.__args__])
    if isinstance(arg, _GenericAlias):
        return f"{_source_text(arg.__origin__)}[{', '.join([_source_text(item) for item in arg.__args__])}]"
    return _annotation_text(arg)


def _forward_annotations(annotate, owner):
    """The annotations, with forward references for names that are not defined."""
    found = annotate(3)
    for annotation in found.values():
        _own_references(annotation, owner)
    return found


def _own_references(annotation, owner):
    if isinstance(annotation, _UnknownName):
        annotation.__owner__ = owner
        annotation.__forward_is_class__ = isinstance(owner, type)
    else:
        for arg in getattr(annotation, "__args__", None) or ():
            _own_references(arg, owner)
