"""Futures, and how the future of an executor's job becomes one of the loop's."""

from _asyncio import Future, Task, _begin_cancel, _end_cancel, _job_future, isfuture
from asyncio import base_futures, events


def _new_outside():
    """A future made where no loop runs."""
    return events.get_event_loop().create_future()


def _init_outside(future):
    """The same for an instance of a subclass, which is there already."""
    Future.__init__(future, loop=events.get_event_loop())


def _new_task_outside(coro, loop, name, context, eager_start):
    """The same for tasks."""
    return Task(coro, loop=events.get_event_loop(), name=name, context=context, eager_start=eager_start)


def _init_task_outside(task, coro, loop, name, context, eager_start):
    Task.__init__(task, coro, loop=events.get_event_loop(), name=name, context=context, eager_start=eager_start)


def _cancel(future, msg):
    """`cancel` where what has to be cancelled with the future may have a `cancel` of its own."""
    awaited = _begin_cancel(future)
    if awaited is None:
        return False
    reached = False
    for other in awaited:
        reached |= other.cancel(msg=msg)
    return _end_cancel(future, reached, msg)


def _cancel_awaited(task, future, msg):
    """A task that is to be cancelled awaits a future with a `cancel` of its own."""
    _end_cancel(task, future.cancel(msg=msg), msg)


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
        # The loop is woken even if nobody waits for the result any more.
        if not loop.is_closed():
            loop.call_soon_threadsafe(_copy_state, source, new_future)

    new_future.add_done_callback(forward_cancel)
    future.add_done_callback(forward_result)
    return new_future
