"""Truth, conversions and arithmetic by methods."""


def _bool(value):
    return True if value else False


def _has_items(value):
    return len(value) > 0


def _abs(value):
    method = _lookup(value, "__abs__")
    if method is None:
        raise TypeError(f"bad operand type for abs(): '{_type_name(value)}'")
    return method(value)


def _round(value, *digits):
    method = _lookup(value, "__round__")
    if method is None:
        raise TypeError(f"type {_type_name(value)} doesn't define __round__ method")
    return method(value, *digits)


def _divmod(a, b):
    for method, receiver, argument in ((_lookup(a, "__divmod__"), a, b), (_lookup(b, "__rdivmod__"), b, a)):
        if method is not None:
            answer = method(receiver, argument)
            if answer is not NotImplemented:
                return answer
    raise TypeError(f"unsupported operand type(s) for divmod(): '{_type_name(a)}' and '{_type_name(b)}'")


def _pow(base, exponent, modulus=None):
    if modulus is None:
        return base**exponent
    method = _lookup(base, "__pow__")
    answer = NotImplemented if method is None else method(base, exponent, modulus)
    if answer is NotImplemented:
        names = f"'{_type_name(base)}', '{_type_name(exponent)}', '{_type_name(modulus)}'"
        raise TypeError(f"unsupported operand type(s) for ** or pow(): {names}")
    return answer


def _as_index(value):
    method = _lookup(value, "__index__")
    if method is None:
        raise TypeError(f"'{_type_name(value)}' object cannot be interpreted as an integer")
    return method(value)


def _range(*args):
    return range(*[_as_index(arg) for arg in args])


def _in_base(value, base):
    number = _as_index(value)
    return bin(number) if base == 2 else oct(number) if base == 8 else hex(number)


def _complex_part(value, name):
    for method_name in ("__complex__", "__float__", "__index__"):
        method = _lookup(value, method_name)
        if method is not None and (method_name != "__complex__" or name == "real"):
            return method(value)
    if name == "real":
        raise TypeError(f"complex() argument must be a string or a number, not {_type_name(value)}")
    raise TypeError(f"complex() argument 'imag' must be a real number, not {_type_name(value)}")


def _complex(real, imag):
    real = 0 if real is None else _complex_part(real, "real")
    return complex(real) if imag is None else complex(real, _complex_part(imag, "imag"))


def _repeat(a, b):
    return a * _as_index(b) if hasattr(a, "__len__") else _as_index(a) * b
