"""The part of `_thread` that is written in Python: threads without an object of their own."""

from _threadlocks import allocate_lock

allocate = allocate_lock


def start_new_thread(function, args, kwargs={}, /):
    """Starts a daemon thread and gives its identifier."""
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    name = getattr(function, "__name__", "thread")
    return _ident(_start(name, _run, (function, args, kwargs), True, None))


def _run(function, args, kwargs):
    try:
        function(*args, **kwargs)
    except SystemExit:
        pass
    except BaseException as error:
        from _loops import _write_error
        from _traceback import format_all

        _write_error(f"Exception ignored in thread started by {function!r}:\n{format_all(error)}")


start_new = start_new_thread


def exit():
    raise SystemExit


exit_thread = exit


def get_native_id():
    return _native_id()


def stack_size(size=0, /):
    """The machine's threads have no stacks whose size could be set."""
    return 0


def _count():
    return len(_live()) - 1
