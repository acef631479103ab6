"""What the functions of `math` mean for objects whose own methods say what number they are."""


def _math(name, *args):
    import math

    if name in ("ceil", "floor", "trunc"):
        return _rounded(name, args[0])
    convert = _as_index if name in ("comb", "factorial", "gcd", "isqrt", "lcm", "perm") else _as_real
    return getattr(math, name)(*[convert(arg) for arg in args])


def _rounded(name, value):
    import math

    method = _lookup(value, f"__{name}__")
    if method is not None:
        return method(value)
    if name == "trunc":
        raise TypeError(f"type {_type_name(value)} doesn't define __trunc__ method")
    return getattr(math, name)(_as_real(value))


def _as_real(value):
    if isinstance(value, (int, float)) and _written(value, "__float__") is None:
        return _payload(value)
    if _lookup(value, "__float__") is not None:
        return float(value)
    if _lookup(value, "__index__") is not None:
        return float(_as_index(value))
    raise TypeError(f"must be real number, not {_type_name(value)}")


def _math_items(name, items, *others):
    import math

    return getattr(math, name)([_as_real(item) for item in items], *[[_as_real(item) for item in other] for other in others])


def _math_lists(name, p, q):
    import math

    return getattr(math, name)(list(p), list(q))


def _math_prod(items, start):
    for item in items:
        start = start * item
    return start


def _math_sumprod(p, q):
    total = 0
    for a, b in zip(p, q, strict=True):
        total = total + a * b
    return total
