"""Numbers that processes share. Reading and writing one are two steps: without its lock, updates can be lost."""

from _processes import _cell, _cells, _get_cells, _set_cell
from multiprocessing.synchronize import RLock

_INTEGERS = {"b": 8, "B": 8, "h": 16, "H": 16, "i": 32, "I": 32, "l": 64, "L": 64, "q": 64, "Q": 64}
_FLOATS = ("f", "d")


def _converter(typecode):
    """A function that makes a value one of that C type."""
    if typecode in _FLOATS:
        return _real
    if typecode not in _INTEGERS:
        raise NotImplementedError(f"multiprocessing: shared values of type {typecode!r} are not supported, only 'bBhHiIlLqQfd'")
    bits = _INTEGERS[typecode]
    half = 1 << (bits - 1)
    if typecode.isupper():
        return lambda value: _integer(value) % (1 << bits)
    return lambda value: (_integer(value) + half) % (1 << bits) - half


def _integer(value):
    if not hasattr(value, "__index__"):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    return value.__index__()


def _real(value):
    if not hasattr(value, "__float__") and not hasattr(value, "__index__"):
        raise TypeError(f"must be real number, not {type(value).__name__}")
    return float(value)


class _Shared:
    _only_inherited = True

    def __init__(self, typecode, values, lock):
        self._typecode = typecode
        convert = _converter(typecode)
        self._cells = _cells(tuple(convert(value) for value in values))
        self._lock = RLock() if lock is True or lock is None else lock

    def get_lock(self):
        return self._lock

    def get_obj(self):
        return self

    def acquire(self, *args):
        return self._lock.acquire(*args)

    def release(self):
        self._lock.release()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)


class Synchronized(_Shared):
    @property
    def value(self):
        return _cell(self._cells, 0)

    @value.setter
    def value(self, value):
        _set_cell(self._cells, 0, _converter(self._typecode)(value))


class SynchronizedArray(_Shared):
    def __len__(self):
        return len(_get_cells(self._cells))

    def __getitem__(self, index):
        return _get_cells(self._cells)[index]

    def __setitem__(self, index, value):
        places = range(len(self))[index]
        convert = _converter(self._typecode)
        if not isinstance(index, slice):
            _set_cell(self._cells, places, convert(value))
            return
        values = list(value)
        if len(values) != len(places):
            raise ValueError("Can only assign sequence of same size")
        for place, item in zip(places, values):
            _set_cell(self._cells, place, convert(item))

    def __iter__(self):
        return iter(_get_cells(self._cells))


def Value(typecode, *args, lock=True):
    return Synchronized(typecode, args or (0,), lock)


def Array(typecode, size_or_initializer, *, lock=True):
    sized = isinstance(size_or_initializer, int)
    return SynchronizedArray(typecode, [0] * size_or_initializer if sized else size_or_initializer, lock)
