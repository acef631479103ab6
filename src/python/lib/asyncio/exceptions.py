"""asyncio's exceptions."""

from _asyncio import CancelledError, InvalidStateError

TimeoutError = TimeoutError


class BrokenBarrierError(RuntimeError):
    """A barrier was aborted or reset while tasks waited at it."""
