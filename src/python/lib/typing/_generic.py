"""Generic: the base of classes with type parameters."""

from typing._aliases import _GenericAlias, _paired, _parameters_of, _type_check, _UnpackAlias


def _packed(parameters):
    """A variadic type variable stands among parameters as `*Ts`."""
    return tuple([_UnpackAlias(None, (one,)) if getattr(one, "__variadic__", False) else one for one in parameters])


class Generic:
    __module__ = "typing"
    __slots__ = ()
    _is_generic_base = True

    @classmethod
    def __class_getitem__(cls, params):
        params = params if isinstance(params, tuple) else (params,)
        params = tuple([_type_check(one, "Parameters to generic types must be types.") for one in params])
        if "_is_generic_base" in cls.__dict__:
            params = _packed(params)
            names = [one.__args__[0] if isinstance(one, _UnpackAlias) else one for one in params]
            if not params and cls.__name__ == "Generic":
                raise TypeError("Parameter list to Generic[...] cannot be empty")
            if not all([hasattr(one, "__typing_subst__") for one in names]):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.")
            if len(set(names)) != len(names):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _GenericAlias(cls, params)
        parameters = getattr(cls, "__parameters__", ())
        if not parameters:
            raise TypeError(f"{cls!r} is not a generic class")
        pairs = _paired(cls, parameters, params)
        args = []
        for _, value in pairs:
            args.extend(value) if isinstance(value, tuple) else args.append(value)
        return _GenericAlias(cls, tuple(args))

    @classmethod
    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get("__orig_bases__")
        if bases is None:
            if Generic in cls.__bases__ and cls.__name__ != "Protocol":
                raise TypeError("Cannot inherit from plain Generic")
            return
        found = _parameters_of(bases)
        declared = [base for base in bases if isinstance(base, _GenericAlias) and base.__origin__ is Generic]
        if len(declared) > 1:
            raise TypeError("Cannot inherit from Generic[...] multiple times.")
        if declared:
            parameters = declared[0].__parameters__
            missing = [one for one in found if one not in parameters]
            if missing:
                shown = ", ".join([str(one) for one in missing])
                listed = ", ".join([str(one) for one in parameters])
                raise TypeError(f"Some type variables ({shown}) are not listed in Generic[{listed}]")
            found = parameters
        cls.__parameters__ = tuple(found)
