"""Comparisons made of other comparisons."""


def _from(name, op, negate, other_op):
    """The comparison `name` by the method `op`: its answer, or the opposite, joined with what `==` says."""

    def method(self, other):
        answer = getattr(type(self), op)(self, other)
        if answer is NotImplemented:
            return answer
        if negate:
            answer = not answer
        if other_op == "or ==":
            return answer or self == other
        if other_op == "and !=":
            return answer and self != other
        return answer

    method.__name__ = method.__qualname__ = name
    return method


_CONVERSIONS = {
    "__lt__": (("__gt__", True, "and !="), ("__le__", False, "or =="), ("__ge__", True, "")),
    "__le__": (("__ge__", True, "or =="), ("__lt__", False, "and !="), ("__gt__", True, "")),
    "__gt__": (("__lt__", True, "and !="), ("__ge__", False, "or =="), ("__le__", True, "")),
    "__ge__": (("__le__", True, "or =="), ("__gt__", False, "and !="), ("__lt__", True, "")),
}


def total_ordering(cls):
    """Fills in the comparisons that the class does not define."""
    own = [name for name in _CONVERSIONS if getattr(cls, name, None) is not getattr(object, name, None)]
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(own)
    for name, negate, joined in _CONVERSIONS[root]:
        if name not in own:
            setattr(cls, name, _from(name, root, negate, joined))
    return cls


class _Key:
    """Compares as the function says."""

    __slots__ = ("obj", "_compare")
    __hash__ = None

    def __init__(self, obj, compare):
        self.obj = obj
        self._compare = compare

    def _against(self, other):
        if not isinstance(other, _Key):
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj)

    def __lt__(self, other):
        return self._against(other) < 0

    def __gt__(self, other):
        return self._against(other) > 0

    def __eq__(self, other):
        return self._against(other) == 0

    def __le__(self, other):
        return self._against(other) <= 0

    def __ge__(self, other):
        return self._against(other) >= 0


def cmp_to_key(mycmp):
    """A key for `sorted` from a function that compares two items."""
    return lambda obj: _Key(obj, mycmp)
