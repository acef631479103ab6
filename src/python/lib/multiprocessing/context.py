"""Contexts: how processes start, and the functions of `multiprocessing` that depend on it."""

from _pools import _cpu_count
from multiprocessing import process


class ProcessError(Exception):
    __module__ = "multiprocessing"


class BufferTooShort(ProcessError):
    __module__ = "multiprocessing"


class TimeoutError(ProcessError):
    __module__ = "multiprocessing"


class AuthenticationError(ProcessError):
    __module__ = "multiprocessing"


_METHODS = ("fork", "spawn", "forkserver")
_CLASSES = {"fork": "ForkProcess", "spawn": "SpawnProcess", "forkserver": "ForkServerProcess"}


class BaseContext:
    """What contexts have in common. `_method` is how processes start; `None` is what the program has set, or forkserver."""

    def __init__(self, method=None):
        self._method = method

    # Names of processes

    def _next_name(self, kind):
        return f"{_CLASSES[self.get_start_method()].replace('Process', kind)}-{process._count + 1}"

    def _name_is_used(self, is_used):
        process._count += is_used

    # Processes

    def Process(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        made = process.Process(group, target, name, args, kwargs, daemon=daemon)
        made._start_method = self._method
        if name is None and self._method is not None:
            made._name = made._name.replace("Process", _CLASSES[self._method])
        return made

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        from multiprocessing.pool import Pool

        return Pool(processes, initializer, initargs, maxtasksperchild, context=self._concrete())

    def _concrete(self):
        return self if self._method is not None else BaseContext(self.get_start_method())

    # What processes share

    def Lock(self):
        from multiprocessing.synchronize import Lock

        return Lock()

    def RLock(self):
        from multiprocessing.synchronize import RLock

        return RLock()

    def Condition(self, lock=None):
        from multiprocessing.synchronize import Condition

        return Condition(lock)

    def Semaphore(self, value=1):
        from multiprocessing.synchronize import Semaphore

        return Semaphore(value)

    def BoundedSemaphore(self, value=1):
        from multiprocessing.synchronize import BoundedSemaphore

        return BoundedSemaphore(value)

    def Event(self):
        from multiprocessing.synchronize import Event

        return Event()

    def Barrier(self, parties, action=None, timeout=None):
        from multiprocessing.synchronize import Barrier

        return Barrier(parties, action, timeout)

    def Queue(self, maxsize=0):
        from multiprocessing.queues import Queue

        return Queue(maxsize)

    def JoinableQueue(self, maxsize=0):
        from multiprocessing.queues import JoinableQueue

        return JoinableQueue(maxsize)

    def SimpleQueue(self):
        from multiprocessing.queues import SimpleQueue

        return SimpleQueue()

    def Pipe(self, duplex=True):
        from multiprocessing.connection import Pipe

        return Pipe(duplex)

    def Value(self, typecode_or_type, *args, lock=True):
        from multiprocessing.sharedctypes import Value

        return Value(typecode_or_type, *args, lock=lock)

    def RawValue(self, typecode_or_type, *args):
        from multiprocessing.sharedctypes import Value

        return Value(typecode_or_type, *args, lock=False)

    def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
        from multiprocessing.sharedctypes import Array

        return Array(typecode_or_type, size_or_initializer, lock=lock)

    def RawArray(self, typecode_or_type, size_or_initializer):
        from multiprocessing.sharedctypes import Array

        return Array(typecode_or_type, size_or_initializer, lock=False)

    def Manager(self):
        raise NotImplementedError(
            "multiprocessing.Manager() is not supported: share a multiprocessing.Queue, Value or Array, or return results from a Pool"
        )

    # Settings

    def cpu_count(self):
        return _cpu_count()

    def freeze_support(self):
        pass

    def set_executable(self, executable):
        pass

    def get_context(self, method=None):
        if method is None:
            return self._concrete()
        _check_method(method)
        return BaseContext(method)

    def get_start_method(self, allow_none=False):
        if self._method is not None:
            return self._method
        if process._start_method is None and allow_none:
            return None
        return process._start_method or "forkserver"

    def set_start_method(self, method, force=False):
        if process._start_method is not None and not force:
            raise RuntimeError("context has already been set")
        if method is not None:
            _check_method(method)
        process._start_method = method

    def get_all_start_methods(self):
        return ["forkserver", "fork", "spawn"]


def _check_method(method):
    if method not in _METHODS:
        raise ValueError(f"cannot find context for {method!r}")


# Where CPython says that the class is from.
Process = process.Process
_default = BaseContext()
