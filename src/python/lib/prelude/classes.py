"""`isinstance` and `issubclass` by the hooks of metaclasses."""


def _isinstance(value, cls):
    return _check_class(value, cls, "__instancecheck__", isinstance)


def _issubclass(value, cls):
    return _check_class(value, cls, "__subclasscheck__", issubclass)


def _check_class(value, cls, name, check):
    if isinstance(cls, tuple):
        for other in cls:
            if check(value, other):
                return True
        return False
    method = _written(cls, name)
    if method is not None:
        return True if method(cls, value) else False
    if isinstance(cls, type):
        return any(base is cls for base in (type(value) if check is isinstance else value).__mro__)
    if isinstance(cls, _Union):
        for argument in cls.__args__:
            if not isinstance(argument, type) and getattr(argument, "__args__", None) is not None:
                raise TypeError(f"{check.__name__}() argument 2 cannot be a parameterized generic")
            if check(value, argument):
                return True
        return False
    kind = "a type" if check is isinstance else "a class"
    raise TypeError(f"{check.__name__}() arg 2 must be {kind}, a tuple of {kind[2:]}{'s' if check is isinstance else 'es'}, or a union")
