"""Futures, and how the future of an executor's job becomes one of the loop's."""

from _asyncio import Future, _job_future, isfuture
from asyncio import base_futures, events


def _new_outside():
    """A future made where no loop runs."""
    return events.get_event_loop().create_future()


def _set_result_unless_cancelled(future, result):  # line 319
    if future.cancelled():
        return
    future.set_result(result)


def _convert_exception(exception):
    """A concurrent.futures.CancelledError is a CancelledError here."""
    from concurrent.futures import CancelledError

    if type(exception) is CancelledError:
        from asyncio.exceptions import CancelledError as Cancelled

        return Cancelled(*exception.args)
    return exception


def _copy_state(source, destination):
    """Gives `destination` the end of `source`."""
    if destination.cancelled():
        return
    if source.cancelled():
        destination.cancel()
        return
    exception = source.exception()
    if exception is not None:
        destination.set_exception(_convert_exception(exception))
    else:
        destination.set_result(source.result())


def wrap_future(future, *, loop=None):
    """The loop's future for a future of an executor: `_chain_future` of Lib/asyncio/futures.py."""
    if isfuture(future):
        return future
    if loop is None:
        loop = events.get_event_loop()
    if future._job is None:
        new_future = loop.create_future()
    else:
        new_future = _job_future(loop._id, future._job)

    def forward_cancel(destination):
        if destination.cancelled():
            future.cancel()

    def forward_result(source):
        if new_future.cancelled() or loop.is_closed():
            return
        if events._get_running_loop() is loop:
            _copy_state(source, new_future)
        else:
            loop.call_soon_threadsafe(_copy_state, source, new_future)

    new_future.add_done_callback(forward_cancel)
    future.add_done_callback(forward_result)
    return new_future
