"""What builtin operations mean where they have to call methods written in Python.

A native function that meets a user's `__eq__`, `__hash__`, `__lt__`, `__repr__` and the like hands over to a function of the prelude,
which does the whole operation once more, in Python. The files of this folder are one module. Its functions may use natives that are
no part of the language: `_lookup(value, name)` is what the class of a value has under a name, `_payload(value)` is the builtin value
inside an instance of a subclass, `_is_native(function)` tells the machine's own functions from those written in Python.
"""


def _written(value, name):
    """The method of that name, if the class of `value` or an ancestor defines it in Python."""
    method = _lookup(value, name)
    return None if method is None or _is_native(method) else method


def _type_name(value):
    return type(value).__name__


def _same(a, b):
    return a is b or a == b
