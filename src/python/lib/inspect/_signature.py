"""Signatures of functions written in Python (PEP 362)."""

import enum


class _empty:
    """Marks what is not there."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        value = len(cls.__members__)
        member = int.__new__(cls, value)
        member._value_ = value
        member.description = description
        return member

    def __str__(self):
        return self.name


class Parameter:
    """A parameter of a function."""

    POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
    KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
    VAR_KEYWORD = _ParameterKind.VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if default is not _empty and kind in (self.VAR_POSITIONAL, self.VAR_KEYWORD):
            raise ValueError(f"{_ParameterKind(kind).description} parameters cannot have default values")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self.name = name
        self.kind = _ParameterKind(kind)
        self.default = default
        self.annotation = annotation

    def replace(self, **changes):
        parts = {"name": self.name, "kind": self.kind, "default": self.default, "annotation": self.annotation, **changes}
        return Parameter(parts.pop("name"), parts.pop("kind"), **parts)

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += f": {formatannotation(self.annotation)}"
        if self.default is not _empty:
            text += f" = {self.default!r}" if self.annotation is not _empty else f"={self.default!r}"
        return {self.VAR_POSITIONAL: "*", self.VAR_KEYWORD: "**"}.get(self.kind, "") + text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash((self.name, self.kind))

    def _key(self):
        return self.name, self.kind, self.default, self.annotation


def formatannotation(annotation, base_module=None):
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation).replace("typing.", "")


class BoundArguments:
    """The arguments of a call, by parameter."""

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self.signature = signature

    @property
    def args(self):
        args = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (Parameter.VAR_KEYWORD, Parameter.KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind is Parameter.VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        for name, parameter in self.signature.parameters.items():
            if parameter.kind is Parameter.VAR_KEYWORD:
                kwargs.update(self.arguments.get(name, {}))
            elif parameter.kind is Parameter.KEYWORD_ONLY and name in self.arguments:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        arguments = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif parameter.default is not _empty:
                arguments[name] = parameter.default
            elif parameter.kind is Parameter.VAR_POSITIONAL:
                arguments[name] = ()
            elif parameter.kind is Parameter.VAR_KEYWORD:
                arguments[name] = {}
        self.arguments = arguments

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        return f"<BoundArguments ({', '.join(f'{name}={value!r}' for name, value in self.arguments.items())})>"


_marker = object()


class Signature:
    """What a function takes and returns."""

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {parameter.name: parameter for parameter in parameters or ()}
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, **options):
        return signature(obj, **options)

    def replace(self, *, parameters=None, return_annotation=_marker):
        parameters = self.parameters.values() if parameters is None else parameters
        returns = self.return_annotation if return_annotation is _marker else return_annotation
        return Signature(parameters, return_annotation=returns)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        rest = list(args)
        for name, parameter in self.parameters.items():
            kind = parameter.kind
            if kind is Parameter.VAR_POSITIONAL:
                if rest:
                    arguments[name] = tuple(rest)
                rest = []
            elif kind is Parameter.VAR_KEYWORD:
                continue
            elif rest and kind is not Parameter.KEYWORD_ONLY:
                if name in kwargs and kind is not Parameter.POSITIONAL_ONLY:
                    raise TypeError(f"multiple values for argument {name!r}")
                arguments[name] = rest.pop(0)
            elif name in kwargs and kind is not Parameter.POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif parameter.default is _empty and not partial:
                only = "keyword-only " if kind is Parameter.KEYWORD_ONLY else ""
                raise TypeError(f"missing a required {only}argument: {name!r}")
        if rest:
            raise TypeError("too many positional arguments")
        if kwargs:
            extra = next((p.name for p in self.parameters.values() if p.kind is Parameter.VAR_KEYWORD), None)
            if extra is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[extra] = kwargs
        return BoundArguments(self, arguments)

    def __str__(self):
        parts = []
        pending_slash = False
        starred = False
        for parameter in self.parameters.values():
            if parameter.kind is Parameter.POSITIONAL_ONLY:
                pending_slash = True
            elif pending_slash:
                parts.append("/")
                pending_slash = False
            if parameter.kind is Parameter.VAR_POSITIONAL:
                starred = True
            elif parameter.kind is Parameter.KEYWORD_ONLY and not starred:
                parts.append("*")
                starred = True
            parts.append(str(parameter))
        if pending_slash:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if self.return_annotation is not _empty:
            text += f" -> {formatannotation(self.return_annotation)}"
        return text

    def format(self, *, max_width=None, quote_annotation_strings=True):
        return str(self)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        same = list(self.parameters.values()) == list(other.parameters.values())
        return same and self.return_annotation == other.return_annotation


def signature(callable, *, follow_wrapped=True, globals=None, locals=None, eval_str=False, annotation_format=None):
    from inspect import isclass, isfunction, ismethod, unwrap

    own = getattr(callable, "__signature__", None)
    if isinstance(own, Signature):
        return own
    if ismethod(callable):
        return _without_first(signature(callable.__func__))
    if follow_wrapped and not isclass(callable):
        callable = unwrap(callable)
    if isfunction(callable):
        return _of_function(callable)
    partial = getattr(callable, "func", None), getattr(callable, "args", None), getattr(callable, "keywords", None)
    if all(part is not None for part in partial):
        return _of_partial(*partial)
    if isclass(callable):
        for name in ("__init__", "__new__"):
            method = next((cls.__dict__[name] for cls in callable.__mro__ if name in cls.__dict__), None)
            method = getattr(method, "__func__", method)
            if isfunction(method):
                return _without_first(_of_function(method))
        if callable.__init__ is object.__init__:
            return Signature()
        raise ValueError(f"no signature found for builtin type {callable!r}")
    call = getattr(type(callable), "__call__", None)
    if isfunction(call):
        return _without_first(_of_function(call))
    if call is None:
        raise TypeError(f"{callable!r} is not a callable object")
    raise ValueError(f"no signature found for builtin {callable!r}")


def _without_first(whole):
    parameters = list(whole.parameters.values())
    if parameters and parameters[0].kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
        del parameters[0]
    return whole.replace(parameters=parameters)


def _of_partial(function, args, keywords):
    parameters = []
    given = len(args)
    for parameter in signature(function).parameters.values():
        if given and parameter.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
            given -= 1
            continue
        if parameter.name in keywords:
            parameter = parameter.replace(kind=Parameter.KEYWORD_ONLY, default=keywords[parameter.name])
        elif parameters and parameters[-1].kind is Parameter.KEYWORD_ONLY and parameter.kind is Parameter.POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=Parameter.KEYWORD_ONLY)
        parameters.append(parameter)
    return Signature(parameters)


def _of_function(function):
    code = function.__code__
    annotations = function.__annotations__
    positional, only, keyword_only = code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount
    names = code.co_varnames
    defaults = function.__defaults__ or ()
    keyword_defaults = function.__kwdefaults__ or {}
    star_args, star_kwargs = _stars(function)
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for index, name in enumerate(names[:positional]):
        at = index - (positional - len(defaults))
        kind = Parameter.POSITIONAL_ONLY if index < only else Parameter.POSITIONAL_OR_KEYWORD
        add(name, kind, defaults[at] if at >= 0 else _empty)
    rest = positional + keyword_only
    if star_args:
        add(names[rest], Parameter.VAR_POSITIONAL)
    for name in names[positional:rest]:
        add(name, Parameter.KEYWORD_ONLY, keyword_defaults.get(name, _empty))
    if star_kwargs:
        add(names[rest + star_args], Parameter.VAR_KEYWORD)
    return Signature(parameters, return_annotation=annotations.get("return", _empty))


def _stars(function):
    from _functions import _stars_of

    return _stars_of(function)
