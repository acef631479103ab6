"""Threads. Each is a thread of the simulated machine, whose end, name and identifier the machine knows (`_thread`); an object for a
thread that was not started here, such as a worker of an executor, is made when somebody asks for it.
"""

from _synchronization import START, Barrier, BoundedSemaphore, BrokenBarrierError, Condition, Event, Semaphore
from _thread import (
    TIMEOUT_MAX,
    RLock,
    _has_ended,
    _ident,
    _info,
    _join,
    _live,
    _locals,
    _native_id,
    _now,
    _number,
    _object,
    _rename,
    _set_object,
    _start,
    allocate_lock,
    get_ident,
    get_native_id,
    lock,
    stack_size,
)
from _threadlocks import _waiter

__all__ = [
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event", "Lock", "RLock",
    "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer", "ThreadError", "ExceptHookArgs", "local",
    "stack_size", "excepthook", "get_native_id",
]  # fmt: skip

Lock = lock
ThreadError = RuntimeError
_count = 0


def _next_number():
    global _count
    _count += 1
    return _count


class Thread:
    _is_initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        if name is None:
            name = f"Thread-{_next_number()}"
            target_name = getattr(target, "__name__", None)
            if target_name is not None:
                name += f" ({target_name})"
        self._target = target
        self._name = str(name)
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._context = context
        self._number = None
        self._started = False
        self._is_initialized = True

    def __repr__(self):
        self._check_initialized()
        status = "initial"
        if self._started:
            status = "started" if self.is_alive() else "stopped"
        if self._daemonic:
            status += " daemon"
        if self.ident is not None:
            status += f" {self.ident}"
        return f"<{self.__class__.__name__}({self._name}, {status})>"

    def _check_initialized(self):
        if not self._is_initialized:
            raise AssertionError("Thread.__init__() not called")

    def start(self):
        if not self._is_initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._number is not None:
            raise RuntimeError("threads can only be started once")
        runs = _waiter(START)
        self._number = _start(self._name, self._bootstrap, (runs,), self._daemonic, self)
        runs.acquire()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            # A thread that refers to itself by its arguments dies all the same.
            del self._target, self._args, self._kwargs

    def _bootstrap(self, runs):
        self._started = True
        runs.release()
        try:
            if self._context is None:
                self.run()
            else:
                self._context.run(self.run)
        except BaseException as error:
            _report(self, error)

    def join(self, timeout=None):
        if not self._is_initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        _join(self._number, None if timeout is None or timeout < 0 and timeout == -1 else _now() + max(timeout, 0))

    def is_alive(self):
        self._check_initialized()
        return self._started and not _has_ended(self._number)

    @property
    def name(self):
        self._check_initialized()
        return self._name

    @name.setter
    def name(self, name):
        self._check_initialized()
        self._name = str(name)
        if self._number is not None:
            _rename(self._number, self._name)

    @property
    def ident(self):
        self._check_initialized()
        return None if self._number is None else _ident(self._number)

    @property
    def native_id(self):
        self._check_initialized()
        return None if self._number is None else _native_id(self._number)

    @property
    def daemon(self):
        self._check_initialized()
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._is_initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._started:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def getName(self):
        _deprecated("getName() is deprecated, get the name attribute instead")
        return self.name

    def setName(self, name):
        _deprecated("setName() is deprecated, set the name attribute instead")
        self.name = name

    def isDaemon(self):
        _deprecated("isDaemon() is deprecated, get the daemon attribute instead")
        return self.daemon

    def setDaemon(self, daemonic):
        _deprecated("setDaemon() is deprecated, set the daemon attribute instead")
        self.daemon = daemonic


class _MainThread(Thread):
    pass


class Timer(Thread):
    """Calls a function after `interval` seconds, unless it was cancelled."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = [] if args is None else args
        self.kwargs = {} if kwargs is None else kwargs
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


# Threads that live


def _thread_of(number):
    """The object of a thread, made now if it has none."""
    thread = _object(number)
    if thread is None:
        name, is_main = _info(number)
        thread = (_MainThread if is_main else Thread).__new__(_MainThread if is_main else Thread)
        thread._name = name
        thread._daemonic = False
        thread._number = number
        thread._started = thread._is_initialized = True
        _set_object(number, thread)
    return thread


def current_thread():
    return _thread_of(_number())


def main_thread():
    return _thread_of(_live()[0])


def enumerate():
    return [_thread_of(number) for number in _live()]


def active_count():
    return len(_live())


def currentThread():
    _deprecated("currentThread() is deprecated, use current_thread() instead")
    return current_thread()


def activeCount():
    _deprecated("activeCount() is deprecated, use active_count() instead")
    return active_count()


def _deprecated(text):
    import warnings

    warnings.warn(text, DeprecationWarning, stacklevel=3)


# Exceptions that nobody catches


class ExceptHookArgs(tuple):
    """Type, value and traceback of the exception, and the thread."""

    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])

    def __repr__(self):
        return "_thread._ExceptHookArgs(exc_type={!r}, exc_value={!r}, exc_traceback={!r}, thread={!r})".format(*self)


def _default_hook(args, /):
    if args.exc_type is SystemExit:
        return
    from _loops import _write_error
    from _traceback import format_all

    name = get_ident() if args.thread is None else args.thread.name
    _write_error(f"Exception in thread {name}:\n{format_all(args.exc_value)}")



excepthook = __excepthook__ = _default_hook


def _report(thread, error):
    excepthook(ExceptHookArgs((type(error), error, error.__traceback__, thread)))


def setprofile(func):
    raise NotImplementedError("threading.setprofile() is not supported: programs are watched by the page itself")


def settrace(func):
    raise NotImplementedError("threading.settrace() is not supported: programs are watched by the page itself")


# Values that each thread has of its own


class local:
    __module__ = "_thread"

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_local__args", (args, kwargs))
        _locals()[id(self)] = self, {}
        return self

    def __getattribute__(self, name):
        values = _values(self)
        if name == "__dict__":
            return values
        if name in values:
            return values[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        _values(self)[name] = value

    def __delattr__(self, name):
        values = _values(self)
        if name not in values:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        del values[name]


def _values(owner):
    """What the thread keeps in a `local`; a subclass's `__init__` runs once in each thread."""
    kept = _locals()
    entry = kept.get(id(owner))
    if entry is None:
        entry = kept[id(owner)] = owner, {}
        args, kwargs = object.__getattribute__(owner, "_local__args")
        type(owner).__init__(owner, *args, **kwargs)
    return entry[1]


local.__name__ = local.__qualname__ = "_local"
