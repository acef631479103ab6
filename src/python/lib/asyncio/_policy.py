"""Event loop policies: which loop is a thread's, and how loops are made (Lib/asyncio/events.py). Deprecated in 3.14."""

from _loops import _thread_name, _thread_number
from asyncio import events


class _AbstractEventLoopPolicy:
    """What policies inherit from."""

    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class _BaseDefaultEventLoopPolicy(_AbstractEventLoopPolicy):
    """Each thread has the loop that was set for it."""

    _loop_factory = None

    def __init__(self):
        self._loops = {}

    def get_event_loop(self):
        loop = self._loops.get(_thread_number())
        if loop is None:
            raise RuntimeError(f"There is no current event loop in thread {_thread_name()!r}.")
        return loop

    def set_event_loop(self, loop):
        if loop is not None and not isinstance(loop, events.AbstractEventLoop):
            kind = type(loop).__name__
            raise TypeError(f"loop must be an instance of AbstractEventLoop or None, not '{kind}'")
        self._loops[_thread_number()] = loop

    def new_event_loop(self):
        return self._loop_factory()


for _class in (_AbstractEventLoopPolicy, _BaseDefaultEventLoopPolicy):
    _class.__module__ = "asyncio.events"
del _class
