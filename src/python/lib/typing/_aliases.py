"""What subscripting a generic class or a special form gives."""

from _prelude import ForwardRef, _annotation_text, _union, _Union


def _type_check(arg, message):
    """A type as an argument: `None` stands for its type, a text for a reference."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg)
    if type(arg) is tuple or not (callable(arg) or hasattr(arg, "__args__") or isinstance(arg, (ForwardRef, list)) or arg is ...):
        if type(arg).__module__ == "typing" or hasattr(arg, "__forward_arg__"):
            return arg
        raise TypeError(f"{message} Got {arg!r:.100}.")
    return arg


def _text(arg):
    """An argument as aliases of this module show it."""
    return "NoneType" if arg is type(None) else _annotation_text(arg)


def _parameters_of(args):
    """The type variables in some arguments, each once, in the order in which they come."""
    found = []
    for arg in args:
        if hasattr(arg, "__typing_subst__"):
            inner = (arg,)
        elif isinstance(arg, (list, tuple)):
            inner = _parameters_of(arg)
        elif isinstance(arg, type):
            inner = ()
        else:
            inner = _inner_parameters(arg)
        for one in inner:
            if not any([one is other for other in found]):
                found.append(one)
    return tuple(found)


def _inner_parameters(arg):
    own = arg.__dict__.get("__parameters__") if hasattr(arg, "__dict__") else None
    return own if isinstance(own, tuple) else _parameters_of(getattr(arg, "__args__", None) or ())


def _substituted(arg, mapping):
    """An argument with type variables replaced; `mapping` is a list of pairs."""
    for parameter, value in mapping:
        if arg is parameter:
            return value
    if isinstance(arg, list):
        return [_substituted(item, mapping) for item in arg]
    if isinstance(arg, type) or not _parameters_of([arg]):
        return arg
    if isinstance(arg, _Union):
        result = None
        for item in arg.__args__:
            item = _substituted(item, mapping)
            result = item if result is None else _union(result, item)
        return result
    return arg.copy_with(tuple(_spread([_substituted(item, mapping) for item in arg.__args__], arg.__args__)))


def _spread(values, originals):
    """What stands for `*Ts` takes as many places as it needs."""
    for value, original in zip(values, originals):
        if isinstance(original, _UnpackAlias) and isinstance(value, _UnpackAlias) and isinstance(value.__args__[0], tuple):
            yield from value.__args__[0]
        else:
            yield value


def _paired(alias, parameters, given):
    """Which argument is for which parameter."""
    variadic = [at for at, one in enumerate(parameters) if getattr(one, "__variadic__", False)]
    if len(parameters) == 1 and getattr(parameters[0], "__takes_list__", False) and not (len(given) == 1 and isinstance(given[0], list)):
        given = (list(given),) if not (len(given) == 1 and (given[0] is ... or hasattr(given[0], "__takes_list__"))) else given
    if not variadic:
        if len(given) < len(parameters):
            defaults = [one.__default__ for one in parameters[len(given) :] if one.has_default()]
            if len(given) + len(defaults) == len(parameters):
                given = (*given, *defaults)
        if len(given) != len(parameters):
            if len(given) > len(parameters):
                raise TypeError(f"Too many arguments for {alias}; actual {len(given)}, expected {len(parameters)}")
            least = len([one for one in parameters if not one.has_default()])
            raise TypeError(f"Too few arguments for {alias}; actual {len(given)}, expected at least {least}")
        return list(zip(parameters, given))
    at = variadic[0]
    after = len(parameters) - at - 1
    if len(given) < len(parameters) - 1:
        raise TypeError(f"Too few arguments for {alias}; actual {len(given)}, expected at least {len(parameters) - 1}")
    middle = given[at : len(given) - after]
    pairs = list(zip(parameters[:at], given))
    pairs.append((parameters[at], tuple(middle)))
    pairs.extend(zip(parameters[at + 1 :], given[len(given) - after :] if after else ()))
    return pairs


class _GenericAlias:
    """`Box[int]`, `ClassVar[int]`"""

    __module__ = "typing"

    def __init__(self, origin, args, *, inst=True, name=None):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)
        self.__parameters__ = _parameters_of(self.__args__)
        self._inst = inst
        self._name = name

    def __call__(self, *args, **kwargs):
        if not self._inst:
            origin = self.__origin__.__name__
            raise TypeError(f"Type {self._name} cannot be instantiated; use {origin}() instead")
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            # An object without a dict does without.
            pass
        return result

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if not isinstance(origin, type):
            raise TypeError(f"Cannot subclass {self!r}")
        if self._name is not None:
            return (origin,)
        if getattr(origin, "_is_generic_base", False):
            # `Generic[T]` adds nothing where another generic base comes later.
            at = [index for index, base in enumerate(bases) if base is self][0]
            for base in bases[at + 1 :]:
                kind = getattr(base, "__origin__", base)
                if isinstance(kind, type) and kind is not origin and issubclass(kind, origin):
                    return ()
        return (origin,)

    def __getitem__(self, args):
        if not self.__parameters__:
            raise TypeError(f"{self!r} is not a generic class")
        args = args if isinstance(args, tuple) else (args,)
        given = tuple([_type_check(arg, "Parameters to generic types must be types.") for arg in args])
        mapping = _paired(self, self.__parameters__, given)
        new = []
        for arg in self.__args__:
            target = arg.__args__[0] if isinstance(arg, _UnpackAlias) else arg
            found = [value for parameter, value in mapping if parameter is target]
            if found and isinstance(found[0], tuple):
                new.extend(found[0])
            else:
                new.append(_substituted(arg, mapping))
        return self.copy_with(tuple(new))

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, inst=self._inst, name=self._name)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") or "__origin__" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, tuple([tuple(arg) if isinstance(arg, list) else arg for arg in self.__args__])))

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __instancecheck__(self, obj):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __iter__(self):
        yield _UnpackAlias(None, (self,))

    def __repr__(self):
        name = f"typing.{self._name}" if self._name else _annotation_text(self.__origin__)
        args = ", ".join([_text(arg) for arg in self.__args__]) or "()"
        return f"{name}[{args}]"


class _LiteralAlias(_GenericAlias):
    __module__ = "typing"

    def __init__(self, origin, args, **options):
        super().__init__(origin, args)
        self.__parameters__ = ()

    def _values(self):
        return {(type(arg), arg) for arg in self.__args__}

    def __eq__(self, other):
        return self._values() == other._values() if isinstance(other, _LiteralAlias) else NotImplemented

    def __hash__(self):
        return hash(frozenset(self._values()))

    def __repr__(self):
        return f"typing.Literal[{', '.join([repr(arg) for arg in self.__args__])}]"


class _AnnotatedAlias(_GenericAlias):
    __module__ = "typing"

    def __init__(self, origin, metadata, **options):
        super().__init__(origin, (origin,), name="Annotated")
        self.__metadata__ = metadata

    def copy_with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __mro_entries__(self, bases):
        return (self.__origin__,) if isinstance(self.__origin__, type) else self.__origin__.__mro_entries__(bases)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __repr__(self):
        metadata = ", ".join([repr(one) for one in self.__metadata__])
        return f"typing.Annotated[{_annotation_text(self.__origin__)}, {metadata}]"


class _ConcatenateAlias(_GenericAlias):
    __module__ = "typing"


class _UnpackAlias(_GenericAlias):
    __module__ = "typing"

    def __repr__(self):
        return f"typing.Unpack[{_annotation_text(self.__args__[0])}]"

    def __iter__(self):
        yield self


class _CallableAlias(_GenericAlias):
    """`Callable[[int], str]`; its arguments are flat."""

    __module__ = "typing"

    def __repr__(self):
        *params, result = self.__args__
        if len(params) == 1 and (params[0] is ... or hasattr(params[0], "__takes_list__") or isinstance(params[0], _ConcatenateAlias)):
            return f"typing.Callable[{_text(params[0])}, {_text(result)}]"
        listed = ", ".join([_text(param) for param in params])
        return f"typing.Callable[[{listed}], {_text(result)}]"


class _SpecialGenericAlias:
    """`typing.List` and the like: another name for a class, which can be subscripted."""

    __module__ = "typing"

    def __init__(self, origin, count, name):
        self.__origin__ = origin
        self._nparams = count
        self._name = name
        self.__module__ = "typing"

    def __getitem__(self, parameters):
        parameters = parameters if isinstance(parameters, tuple) else (parameters,)
        given = tuple([_type_check(one, "Parameters to generic types must be types.") for one in parameters])
        if self._nparams == 0:
            raise TypeError(f"{self!r} is not a generic class")
        # The return type of a generator and what it is sent may be left out.
        missing = self._nparams - len(given)
        if self._name in ("Generator", "AsyncGenerator", "ContextManager", "AsyncContextManager") and missing > 0 and given:
            given += (type(None),) * missing if "Generator" in self._name else (_union(bool, None),)
        elif missing:
            many = "many" if missing < 0 else "few"
            raise TypeError(f"Too {many} arguments for {self!r}; actual {len(given)}, expected {self._nparams}")
        return _GenericAlias(self.__origin__, given, inst=False, name=self._name)

    def __call__(self, *args, **kwargs):
        if self.__origin__.__module__ == "collections":
            return self.__origin__(*args, **kwargs)
        raise TypeError(f"Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead")

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, getattr(cls, "__origin__", self.__origin__) if not isinstance(cls, type) else self.__origin__)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") or "__origin__" not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __repr__(self):
        return f"typing.{self._name}"


class _TupleType(_SpecialGenericAlias):
    def __getitem__(self, parameters):
        parameters = parameters if isinstance(parameters, tuple) else (parameters,)
        given = tuple([_type_check(one, "Tuple[t0, t1, ...]: each t must be a type.") for one in parameters])
        return _GenericAlias(tuple, given, inst=False, name="Tuple")


class _CallableType(_SpecialGenericAlias):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple) or len(parameters) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        params, result = parameters
        result = _type_check(result, "Callable[args, result]: result must be a type.")
        if isinstance(params, list):
            params = [_type_check(one, "Callable[[arg, ...], result]: each arg must be a type.") for one in params]
            return _CallableAlias(self.__origin__, (*params, result), inst=False, name="Callable")
        if params is not ... and not hasattr(params, "__takes_list__") and not isinstance(params, _ConcatenateAlias):
            raise TypeError(f"Callable[args, result]: args must be a list. Got {params}")
        return _CallableAlias(self.__origin__, (params, result), inst=False, name="Callable")
