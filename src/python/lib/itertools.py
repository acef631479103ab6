"""itertools: iterators made of iterators. Most are types of the machine's own; here is the rest."""

from _prelude import _TeeLink, _generic_alias, _teed


class count:
    """Numbers without end."""

    __module__ = "itertools"

    def __init__(self, start=0, step=1):
        for number in (start, step):
            if not hasattr(number, "__add__") or isinstance(number, (str, list, tuple)):
                raise TypeError("a number is required")
        self._next = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        number = self._next
        self._next = number + self._step
        return number

    def __repr__(self):
        if isinstance(self._step, int) and self._step == 1:
            return f"count({self._next!r})"
        return f"count({self._next!r}, {self._step!r})"

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item)


class repeat:
    """The same object again and again."""

    __module__ = "itertools"

    def __init__(self, object, times=None):
        if times is not None and not isinstance(times, int):
            raise TypeError(f"'{type(times).__name__}' object cannot be interpreted as an integer")
        self._object = object
        self._times = None if times is None else max(times, 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._times is not None:
            if self._times == 0:
                raise StopIteration
            self._times -= 1
        return self._object

    def __length_hint__(self):
        if self._times is None:
            raise TypeError("len() of unsized object")
        return self._times

    def __repr__(self):
        return f"repeat({self._object!r})" if self._times is None else f"repeat({self._object!r}, {self._times})"


def tee(iterable, n=2, /):
    """Iterators that all give the items of one."""
    if n < 0:
        raise ValueError("n must be >= 0")
    items = iter(iterable)
    link = _TeeLink()
    return tuple([_teed(items, link) for _ in range(n)])
