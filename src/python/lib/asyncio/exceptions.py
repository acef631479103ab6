"""asyncio's exceptions."""

from _asyncio import CancelledError, InvalidStateError

TimeoutError = TimeoutError


class BrokenBarrierError(RuntimeError):
    """A barrier was aborted or reset while tasks waited at it."""


class IncompleteReadError(EOFError):
    """A stream ended before all was read. Nothing here raises it, but programs may name it."""

    def __init__(self, partial, expected):
        wanted = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {wanted} expected bytes")
        self.partial = partial
        self.expected = expected


class LimitOverrunError(Exception):
    """A separator was not found within a stream's limit."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed


class SendfileNotAvailableError(RuntimeError):
    """A file cannot be sent without copying it."""
