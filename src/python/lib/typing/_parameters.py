"""Type variables, and the aliases that `type` statements make."""

from _prelude import _GenericAlias as _BuiltinAlias, _union

from typing._aliases import _UnpackAlias


class _NoDefaultType:
    __module__ = "typing"

    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefaultType()


class _Parameter:
    """What type variables, parameter specifications and variadic type variables have in common."""

    __typing_subst__ = True
    _compute_default = None

    def __init__(self, name, default, covariant=False, contravariant=False, infer_variance=False):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__name__ = name
        self._default = default
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self.__module__ = "__main__"

    @property
    def __default__(self):
        if self._compute_default is not None:
            self._default = self._compute_default(1)
            self._compute_default = None
        return self._default

    def has_default(self):
        return self._compute_default is not None or self._default is not NoDefault

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return f"{'+' if self.__covariant__ else '-' if self.__contravariant__ else '~'}{self.__name__}"


class TypeVar(_Parameter):
    __module__ = "typing"
    _compute_bound = None

    def __init__(
        self,
        name,
        *constraints,
        bound=None,
        default=NoDefault,
        covariant=False,
        contravariant=False,
        infer_variance=False,
    ):
        super().__init__(name, default, covariant, contravariant, infer_variance)
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        self._constraints = constraints
        self._bound = bound

    def _evaluate(self):
        """Bound and constraints that were written in brackets are computed when they are asked for: a tuple has constraints."""
        if self._compute_bound is not None:
            found = self._compute_bound(1)
            self._compute_bound = None
            if isinstance(found, tuple):
                self._constraints = found
            else:
                self._bound = found

    @property
    def __bound__(self):
        self._evaluate()
        return self._bound

    @property
    def __constraints__(self):
        self._evaluate()
        return self._constraints


class ParamSpecArgs:
    __module__ = "typing"

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.args"


class ParamSpecKwargs:
    __module__ = "typing"

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.kwargs"


class ParamSpec(_Parameter):
    __module__ = "typing"
    __takes_list__ = True

    def __init__(self, name, *, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False):
        super().__init__(name, default, covariant, contravariant, infer_variance)
        self.__bound__ = bound

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(_Parameter):
    __module__ = "typing"
    __variadic__ = True

    def __init__(self, name, *, default=NoDefault):
        super().__init__(name, default)

    def __iter__(self):
        yield _UnpackAlias(None, (self,))

    def __repr__(self):
        return self.__name__


def _new_type_var(name, bound, default):
    parameter = TypeVar(name, infer_variance=True)
    parameter._compute_bound = bound
    parameter._compute_default = default
    return parameter


def _new_param_spec(name, bound, default):
    parameter = ParamSpec(name, infer_variance=True)
    parameter._compute_default = default
    return parameter


def _new_type_var_tuple(name, bound, default):
    parameter = TypeVarTuple(name)
    parameter._compute_default = default
    return parameter


class TypeAliasType:
    """What `type X = ...` binds: the value is computed when it is asked for."""

    __module__ = "typing"

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__type_params__ = type_params
        self._value = lambda: value

    @property
    def __value__(self):
        return self._value()

    @property
    def __parameters__(self):
        return self.__type_params__

    def evaluate_value(self, format=1):
        return self._value()

    def __getitem__(self, parameters):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return _BuiltinAlias(self, parameters if isinstance(parameters, tuple) else (parameters,))

    def __or__(self, other):
        return _union(self, other)

    def __ror__(self, other):
        return _union(other, self)

    def __repr__(self):
        return self.__name__


def _lazy_type_alias(name, compute, type_params=()):
    alias = TypeAliasType(name, None, type_params=type_params)
    known = []

    def value():
        if not known:
            known.append(compute(1))
        return known[0]

    alias._value = value
    return alias
