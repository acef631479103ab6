"""Locks and the like that processes share: those of `threading`, whose state is in cells that all processes see."""

import _synchronization
from _processes import _cell, _cells, _get_cells, _set_cell, _set_cells
from _synchronization import BARRIER, EVENT, SEMAPHORE
from _threadlocks import _shared_lock, _waiter


class _SharedLock:
    _only_inherited = True

    def __init__(self, reentrant):
        self._lock = _shared_lock(reentrant)

    def acquire(self, block=True, timeout=None):
        if not block:
            return self._lock.acquire(False)
        return self._lock.acquire() if timeout is None else self._lock.acquire(True, max(timeout, 0))

    def __enter__(self):
        return self._lock.acquire()

    def __exit__(self, *args):
        self.release()

    def locked(self):
        return self._lock.locked()


class Lock(_SharedLock):
    def __init__(self):
        super().__init__(False)

    def release(self):
        if not self._lock.locked():
            raise ValueError("semaphore or lock released too many times")
        self._lock.release()

    def __repr__(self):
        return f"<Lock(owner={'SomeOtherProcess' if self._lock.locked() else 'None'})>"


class RLock(_SharedLock):
    def __init__(self):
        super().__init__(True)

    def release(self):
        if not self._lock._is_owned():
            raise AssertionError("attempt to release recursive lock not owned by thread")
        self._lock.release()

    def _is_owned(self):
        return self._lock._is_owned()

    def _release_save(self):
        return self._lock._release_save()

    def _acquire_restore(self, depth):
        self._lock._acquire_restore(depth)


class _Waiters:
    """The waiting threads of a condition, of all processes."""

    def __init__(self):
        self._cells = _cells(())

    def __len__(self):
        return len(_get_cells(self._cells))

    def __contains__(self, waiter):
        return any(other is waiter for other in _get_cells(self._cells))

    def append(self, waiter):
        _set_cells(self._cells, (*_get_cells(self._cells), waiter))

    def remove(self, waiter):
        _set_cells(self._cells, tuple(other for other in _get_cells(self._cells) if other is not waiter))

    def take(self, n):
        waiters = _get_cells(self._cells)
        _set_cells(self._cells, tuple(waiters[n:]))
        return waiters[:n]


class Condition(_synchronization.Condition):
    __module__ = "multiprocessing.synchronize"
    _only_inherited = True

    def __init__(self, lock=None, *, _kind=_synchronization.CONDITION):
        super().__init__(RLock() if lock is None else lock, _kind=_kind)
        self._waiters = _Waiters()

    def _new_waiter(self):
        return _waiter(self._kind, True)

    def _take(self, n):
        return self._waiters.take(n)


def _shared(index):
    """An attribute that all processes see."""

    def get(self):
        return _cell(self._cells, index)

    def set(self, value):
        _set_cell(self._cells, index, value)

    return property(get, set)


class Semaphore(_synchronization.Semaphore):
    __module__ = "multiprocessing.synchronize"
    _only_inherited = True
    _value = _shared(0)

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._cells = _cells((value,))
        self._cond = Condition(Lock(), _kind=SEMAPHORE)

    def get_value(self):
        return self._value

    def __repr__(self):
        return f"<Semaphore(value={self._value})>"


class BoundedSemaphore(Semaphore):
    __module__ = "multiprocessing.synchronize"

    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self):
        if self._value >= self._initial_value:
            raise ValueError("semaphore or lock released too many times")
        super().release()

    def __repr__(self):
        return f"<BoundedSemaphore(value={self._value}, maxvalue={self._initial_value})>"


class Event(_synchronization.Event):
    __module__ = "multiprocessing.synchronize"
    _only_inherited = True
    _flag = _shared(0)

    def __init__(self):
        self._cells = _cells((False,))
        self._cond = Condition(Lock(), _kind=EVENT)


class Barrier(_synchronization.Barrier):
    __module__ = "multiprocessing.synchronize"
    _only_inherited = True
    _state = _shared(0)
    _count = _shared(1)

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._cells = _cells(("filling", 0))
        self._cond = Condition(Lock(), _kind=BARRIER)
        self._parties = parties
        self._action = action
        self._timeout = timeout
