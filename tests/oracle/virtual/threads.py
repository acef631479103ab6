"""Puts the machine's threads and clock under `time`, `_thread`, `threading` and `queue`.

Only the primitives are replaced; `threading`, `queue` and `concurrent.futures.thread` on top of them are CPython's own.
"""

import collections
import importlib
import operator
import sys
import threading
import time

from .machine import NANOS, machine


class Lock:
    """`_thread.lock`. A release hands the lock to the thread that has waited longest."""

    __module__, __qualname__ = "_thread", "lock"

    def __init__(self):
        self._locked = False
        self._waiters = collections.deque()

    def acquire(self, blocking=True, timeout=-1):
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout > threading.TIMEOUT_MAX:
            raise OverflowError("timestamp out of range for platform time_t")
        if timeout < 0 and timeout != -1:
            raise ValueError("timeout value must be a non-negative number")
        if not self._locked:
            self._locked = True
            return True
        if not blocking or timeout == 0:
            return False
        thread = machine.current
        self._waiters.append(thread)
        if machine.wait(None if timeout == -1 else timeout):
            return True
        self._waiters.remove(thread)
        return False

    def release(self):
        if not self._locked:
            raise RuntimeError("release unlocked lock")
        if self._waiters:
            machine.wake(self._waiters.popleft())
        else:
            self._locked = False

    def locked(self):
        return self._locked

    def _at_fork_reinit(self):
        self.__init__()

    def __repr__(self):
        return f"<{'locked' if self._locked else 'unlocked'} _thread.lock object at {id(self):#x}>"

    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot pickle '_thread.{type(self).__name__}' object")

    acquire_lock, release_lock, locked_lock = acquire, release, locked

    def __enter__(self):
        self.acquire()
        return True

    def __exit__(self, *exc):
        self.release()


Lock.__name__ = "lock"


class RLock(threading._PyRLock):
    """`_thread.RLock`, which looks a little different from `threading`'s own version in Python."""

    __module__ = "_thread"
    __reduce_ex__ = Lock.__reduce_ex__

    def acquire(self, blocking=True, timeout=-1):
        return bool(super().acquire(blocking, timeout))

    def __enter__(self):
        return self.acquire()

    def __repr__(self):
        is_locked = "locked" if self._count else "unlocked"
        return f"<{is_locked} _thread.RLock object owner={self._owner or 0} count={self._count} at {id(self):#x}>"


class ThreadHandle:
    """`_thread._ThreadHandle`: what `threading.Thread` joins."""

    def __init__(self):
        self.ident = None
        self._done = False
        self._joiners = []

    def is_done(self):
        return self._done

    def _set_done(self):
        self._done = True
        for thread in self._joiners:
            machine.wake(thread)
        self._joiners.clear()

    def join(self, timeout=None):
        if self._done:
            return
        thread = machine.current
        self._joiners.append(thread)
        if not machine.wait(None if timeout is None or timeout < 0 else timeout):
            self._joiners.remove(thread)


_joined_at_exit = []


def start_joinable_thread(function, handle=None, daemon=True):
    handle = handle or ThreadHandle()

    def body():
        try:
            function()
        finally:
            handle._set_done()

    handle.ident = machine.spawn(body).ident
    if not daemon:
        _joined_at_exit.append(handle)
    return handle


def start_new_thread(function, args, kwargs={}):
    return start_joinable_thread(lambda: function(*args, **kwargs)).ident


def make_thread_handle(ident):
    handle = ThreadHandle()
    handle.ident = ident
    return handle


def join_all():
    """`_thread._shutdown`: waits for the threads that are no daemons."""
    while _joined_at_exit:
        _joined_at_exit.pop().join()


def sleep(seconds):
    if not isinstance(seconds, float):
        seconds = operator.index(seconds)
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    machine.advance(round(seconds * NANOS))


def clock():
    machine.tick()
    return machine.seconds()


def clock_ns():
    machine.tick()
    return machine.current.now


def install():
    time.sleep = sleep
    for name in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        setattr(time, name, clock)
        setattr(time, name + "_ns", clock_ns)

    import _queue
    import _thread

    _thread.allocate_lock = _thread.LockType = _thread.lock = Lock
    _thread._ThreadHandle = ThreadHandle
    _thread._make_thread_handle = make_thread_handle
    _thread.start_joinable_thread = start_joinable_thread
    _thread.start_new_thread = start_new_thread
    _thread.get_ident = lambda: machine.current.ident
    _thread._get_main_thread_ident = lambda: machine.main.ident
    _thread._shutdown = join_all
    _thread.daemon_threads_allowed = lambda: True
    # threading and queue have versions in Python of these, which stand on the primitives above.
    _thread.RLock = RLock
    del _thread._local, _queue.SimpleQueue
    for name in ("threading", "_threading_local", "queue"):
        if name in sys.modules:
            importlib.reload(sys.modules[name])
    import _threading_local

    for local in (threading.local, _threading_local.local):
        local.__module__ = "_thread"
        local.__name__ = local.__qualname__ = "_local"
