"""Objects that belong to the loop in which they first wait."""

from _asyncio import _new_future
from _loops import _get_running_loop
from asyncio import events


class _LoopBoundMixin:
    _loop = None

    def _get_loop(self):
        loop = events.get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f"{self!r} is bound to a different event loop")
        return loop

    def _new_waiter(self):
        """A future for a task that has to wait here."""
        if self._loop is not _get_running_loop():
            self._get_loop()
        return _new_future()
