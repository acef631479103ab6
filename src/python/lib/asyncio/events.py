"""Handles, and which event loop is the current one."""

from _loops import _cancel_handle, _format_callback, _get_running_loop, _thread_name, _thread_number


class Handle:
    """A callback that a loop was given; the loop's own handle is known by its numbers."""

    def __init__(self, loop, callback, args, handle):
        self._loop = loop
        self._callback = callback
        self._args = args
        self._handle = handle
        self._cancelled = False

    def __repr__(self):
        return f"<{' '.join(self._repr_info())}>"

    def _repr_info(self):
        info = [self.__class__.__name__]
        if self._cancelled:
            info.append("cancelled")
        if self._callback is not None:
            info.append(_format_callback(self._callback))
        return info

    def get_context(self):
        return None

    def cancel(self):
        if not self._cancelled:
            self._cancelled = True
            _cancel_handle(self._loop._id, self._handle)
            self._callback = None
            self._args = None

    def cancelled(self):
        return self._cancelled


class TimerHandle(Handle):
    """A callback that runs at a time of the loop's clock."""

    def __init__(self, loop, callback, args, handle, when):
        super().__init__(loop, callback, args, handle)
        self._when = when

    def _repr_info(self):
        info = super()._repr_info()
        info.insert(2 if self._cancelled else 1, f"when={self._when}")
        return info

    def when(self):
        return self._when


class AbstractEventLoop:
    """What event loops inherit from."""


# The loops set by set_event_loop, by the number of their thread.
_loops = {}


def get_running_loop():
    loop = _get_running_loop()
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def get_event_loop():
    loop = _get_running_loop()
    if loop is not None:
        return loop
    number = _thread_number()
    loop = _loops.get(number)
    if loop is None:
        raise RuntimeError(f"There is no current event loop in thread {_thread_name()!r}.")
    return loop


def set_event_loop(loop):
    if loop is not None and not isinstance(loop, AbstractEventLoop):
        raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{type(loop).__name__}'")
    _loops[_thread_number()] = loop


def new_event_loop():
    from asyncio.unix_events import EventLoop

    return EventLoop()
