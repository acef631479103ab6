"""The event loop on the virtual clock: CPython's `BaseEventLoop` with a selector that lets time pass instead of waiting."""

import asyncio
import importlib
import math
import sys
from asyncio import base_events, events
from asyncio.log import logger

from . import order
from .machine import NANOS, machine


class VirtualSelector:
    """Waits on nothing but time and `wake`; in whole milliseconds, rounded up, as epoll does."""

    def __init__(self):
        self._pending = False
        self._thread = None

    def select(self, timeout):
        machine.tick()
        if not self._pending and (timeout is None or timeout > 0):
            self._thread = machine.current
            machine.wait(None if timeout is None else math.ceil(timeout * 1e3) / 1e3)
            self._thread = None
        self._pending = False
        return []

    def wake(self):
        self._pending = True
        if self._thread is not None and self._thread.blocked:
            machine.wake(self._thread)

    def close(self):
        pass


class _UnixSelectorEventLoop(base_events.BaseEventLoop):
    """Named as the loop it stands for, since the name shows in messages."""

    def __init__(self):
        super().__init__()
        self._selector = VirtualSelector()
        self._clock_resolution = 1 / NANOS
        order.in_order_of_creation(self)
        logger.debug("Using selector: EpollSelector")

    def time(self):
        # A look at the clock costs, unless it is part of what costs already: a turn of the loop, or setting a timer.
        if sys._getframe(1).f_globals["__name__"] != base_events.__name__:
            machine.tick()
        return machine.seconds()

    def call_at(self, when, callback, *args, context=None):
        handle = super().call_at(when, callback, *args, context=context)
        machine.tick()
        if handle._source_traceback:
            # In debug mode: this frame is not the library's.
            del handle._source_traceback[-1]
        return handle

    create_task = order.numbered(base_events.BaseEventLoop.create_task)

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        self._selector.wake()


class _UnixDefaultEventLoopPolicy(events._BaseDefaultEventLoopPolicy):
    _loop_factory = _UnixSelectorEventLoop


def install():
    import asyncio.runners

    asyncio._set_running_loop(None)
    # Pyodide puts its own `run` into asyncio; this brings CPython's back.
    importlib.reload(asyncio.runners)
    asyncio.run, asyncio.Runner = asyncio.runners.run, asyncio.runners.Runner
    order.install()
    asyncio.SelectorEventLoop = asyncio.EventLoop = _UnixSelectorEventLoop
    events._set_event_loop_policy(_UnixDefaultEventLoopPolicy())
