"""Processes. Each is a process of the simulated machine with modules of its own: those of a fork server, which has imported the
program as `__mp_main__`, its own import of the program (spawn), or copies of those of its parent (fork).
"""

from _loops import _write_error
from _processes import (
    _exit_code,
    _import_main,
    _join_process,
    _main_is_imported,
    _pack,
    _pid,
    _process_number,
    _set_exit_code,
    _spawn,
    _terminate,
    _unpack,
)
from _thread import _join_all, _now
from _traceback import format_all

# How many processes got a number in their name.
_count = 0
# What `set_start_method` has set.
_start_method = None
# Those that were started here.
_children = []


class Process:
    __module__ = "multiprocessing.context"

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        global _count
        if group is not None:
            raise AssertionError("group argument must be None for now")
        _count += 1
        self._name = name or f"Process-{_count}"
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._daemonic = current_process()._daemonic if daemon is None else daemon
        self._parent_name = current_process()._name
        self._parent_number = _process_number()
        self._number = None
        self._start_method = None

    def __repr__(self):
        if self is current_process():
            status = "started"
        elif self._number is None:
            status = "initial"
        else:
            code = _exit_code(self._number)
            status = "started" if code is None else "stopped"
        parts = [type(self).__name__, f"name={self._name!r}"]
        if self._number is not None:
            parts.append(f"pid={self.pid}")
        parts += [f"parent={_pid(self._parent_number)}", status]
        if status == "stopped":
            parts.append("exitcode=" + (_SIGNALS.get(code) or str(code)))
        if self._daemonic:
            parts.append("daemon")
        return f"<{' '.join(parts)}>"

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        if self._number is not None:
            raise AssertionError("cannot start a process twice")
        if self._parent_number != _process_number():
            raise AssertionError("can only start a process object created by current process")
        if current_process()._daemonic:
            raise AssertionError("daemonic processes are not allowed to have children")
        _check_not_importing()
        method = self._start_method or _start_method or "forkserver"
        if method == "fork":
            self._number = _spawn(self._name, True, _run, (self,))
        else:
            parcel = _pack(self, True)
            self._number = _spawn(self._name, False, _STARTS[method], (parcel,))
            del self._target, self._args, self._kwargs
        _children.append(self)

    def _check_started(self, text):
        if self._number is None:
            raise AssertionError(text)

    def join(self, timeout=None):
        if self._parent_number != _process_number():
            raise AssertionError("can only join a child process")
        self._check_started("can only join a started process")
        if _join_process(self._number, None if timeout is None else _now() + timeout):
            _forget(self)

    def is_alive(self):
        if self is current_process():
            return True
        if self._parent_number != _process_number():
            raise AssertionError("can only test a child process")
        return self._number is not None and _exit_code(self._number) is None

    def terminate(self):
        self._check_started("can only terminate a started process")
        _terminate(self._number, 15)

    def kill(self):
        self._check_started("can only kill a started process")
        _terminate(self._number, 9)

    def close(self):
        if self._number is not None and self.is_alive():
            raise ValueError("Cannot close a process while it is still running. You should first call join() or terminate().")

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        if not isinstance(name, str):
            raise AssertionError("name must be a string")
        self._name = name

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._number is not None:
            raise AssertionError("process has already started")
        self._daemonic = daemonic

    @property
    def pid(self):
        if self is current_process():
            return _pid(_process_number())
        return None if self._number is None else _pid(self._number)

    ident = pid

    @property
    def exitcode(self):
        return None if self._number is None else _exit_code(self._number)


_SIGNALS = {-9: "-SIGKILL", -15: "-SIGTERM"}


class _MainProcess(Process):
    __module__ = "multiprocessing.process"

    def __init__(self):
        self._name = "MainProcess"
        self._daemonic = False
        self._number = self._parent_number = _process_number()
        self._start_method = None


_current = None
_parent = None
_is_importing = False


def current_process():
    global _current
    if _current is None:
        _current = _MainProcess()
    return _current


def parent_process():
    return _parent


def active_children():
    for child in list(_children):
        if not child.is_alive():
            _forget(child)
    return list(_children)


def _forget(child):
    if child in _children:
        _children.remove(child)


def _check_not_importing():
    if _is_importing:
        raise RuntimeError(
            "\n        An attempt has been made to start a new process before the current process has finished its bootstrapping\n"
            "        phase: the program is being imported by a new process, and starts processes while it is. Put what it does\n"
            "        when it is run under\n\n            if __name__ == '__main__':\n"
        )


class _Parent:
    """What `parent_process()` gives."""

    def __init__(self, number, name):
        self.name = name
        self.pid = self.ident = _pid(number)


# In the new process


def _begin(method):
    """Gets this process the program's module. Gives whether that went well; if not, its end has been reported."""
    global _is_importing
    if method != "fork":
        _is_importing = True
        _import_main(method == "forkserver")
        _is_importing = False
        if method == "forkserver":
            _main_is_imported()


def _start(parcel, method):
    from multiprocessing import process

    process._run_anew(parcel, method)


# Functions for new processes: they begin in the module of their parent and go on in that of their own.
_STARTS = {"spawn": lambda parcel: _start(parcel, "spawn"), "forkserver": lambda parcel: _start(parcel, "forkserver")}


def _run_anew(parcel, method):
    try:
        _begin(method)
        process = _unpack(parcel)
    except BaseException as error:
        _set_exit_code(1)
        _write_error(format_all(error))
        return
    process._number = _process_number()
    _run(process)


def _run(process):
    import sys
    from multiprocessing import process as module

    module._current = process
    module._children = []
    module._count = 0
    module._parent = _Parent(process._parent_number, process._parent_name)
    process._number = _process_number()
    try:
        process.run()
        code = 0
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else 0 if error.code is None else 1
        if error.code is not None and not isinstance(error.code, int):
            sys.stderr.write(f"{error.code}\n")
    except BaseException as error:
        code = 1
        _write_error(f"Process {process.name}:\n{format_all(error)}")
    _join_all()
    module._exit_function()
    _set_exit_code(int(code))


def _exit_function():
    """The end of a process: daemonic children are ended, the others waited for."""
    for child in active_children():
        if child._daemonic:
            child.terminate()
    for child in active_children():
        child.join()
