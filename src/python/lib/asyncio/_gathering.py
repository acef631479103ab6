"""gather: one future for the results of many (`gather`, Lib/asyncio/tasks.py)."""
# lines of asyncio/tasks.py

from _asyncio import _gathering_cancel_requested, _gathering_future
from asyncio import events, exceptions, futures, tasks


class _GatheringFuture(futures.Future):
    """The simulator knows its children: cancelling it cancels them."""


_GatheringFuture.__module__ = "asyncio.tasks"


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        outer = events.get_event_loop().create_future()
        outer.set_result([])
        return outer

    def _done_callback(fut):  # line 810
        nonlocal nfinished
        nfinished += 1
        if outer is None or outer.done():
            if not fut.cancelled():
                # Its exception counts as retrieved.
                fut.exception()
            return
        if not return_exceptions:
            exception = fut._make_cancelled_error() if fut.cancelled() else fut.exception()
            if exception is not None:
                outer.set_exception(exception)
                return
        if nfinished == nfuts:
            results = [_result_of(child) for child in children]
            if _gathering_cancel_requested(outer):
                # The cancellation reaches whoever waits, whatever became of the children. The error is the last child's, not that
                # of the one that ended last.
                outer.set_exception(children[-1]._make_cancelled_error())
            else:
                outer.set_result(results)

    # For call graphs.
    _done_callback.awaiter = None if events._get_running_loop() is None else tasks.current_task()
    seen = {}
    children = []
    nfuts = 0
    nfinished = 0
    done_futs = []
    outer = None
    loop = None
    for arg in coros_or_futures:
        fut = seen.get(id(arg))
        if fut is None:
            fut = tasks.ensure_future(arg, loop=loop)
            if fut is not arg:
                # The program does not know this task.
                fut._log_destroy_pending = False
            if loop is None:
                loop = fut.get_loop()
            nfuts += 1
            seen[id(arg)] = fut
            if fut.done():
                done_futs.append(fut)
            else:
                fut.add_done_callback(_done_callback)
        children.append(fut)
    outer = _gathering_future(_GatheringFuture, loop._id, children)  # line 749
    # Those that were done before count only now that there is an `outer`.
    for fut in done_futs:
        _done_callback(fut)
    return outer


def _result_of(child):
    if child.cancelled():
        message = child._cancel_message
        return exceptions.CancelledError("" if message is None else message)
    exception = child.exception()
    return child.result() if exception is None else exception


gather.__module__ = "asyncio.tasks"
