"""Tasks, and functions that start or wait for them."""

from _asyncio import Task, _all_tasks, _bare_yield, _current_task, _sleep_future, iscoroutine
from _loops import _cancel_handle
from asyncio import events, futures
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION


def create_task(coro, **kwargs):
    loop = events.get_running_loop()
    return loop.create_task(coro, **kwargs)  # line 395


def create_eager_task_factory(custom_task_constructor):
    """A task factory whose tasks take their first step at once."""

    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)

    return factory


eager_task_factory = create_eager_task_factory(Task)


def current_task(loop=None):
    if loop is None:
        loop = events.get_running_loop()
    return _current_task(loop._id)


def all_tasks(loop=None):
    if loop is None:
        loop = events.get_running_loop()
    return set(_all_tasks(loop._id))


def ensure_future(coro_or_future, *, loop=None):
    if futures.isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    should_close = True
    if not iscoroutine(coro_or_future):
        if not hasattr(coro_or_future, "__await__"):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        coro_or_future = _wrap_awaitable(coro_or_future)
        should_close = False
    if loop is None:
        loop = events.get_event_loop()
    try:
        return loop.create_task(coro_or_future)  # line 732
    except RuntimeError:
        if should_close:
            coro_or_future.close()
        raise


async def _wrap_awaitable(awaitable):
    return await awaitable  # line 721


async def sleep(delay, result=None):  # line 687
    """A future that a timer finishes; for no delay at all, a bare yield, which is one turn of the loop."""
    if delay <= 0:
        await _bare_yield()  # line 690
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = events.get_running_loop()
    future, handle = _sleep_future(loop._id, delay, result)
    try:
        return await future  # line 702
    finally:
        _cancel_handle(loop._id, handle)


def _log_on_exception(inner):  # line 911
    if inner.cancelled():
        return
    exception = inner.exception()
    if exception is None:
        return
    context = {
        "message": f"{exception.__class__.__name__} exception in shielded future",
        "exception": exception,
        "future": inner,
    }
    if inner._source_traceback:
        context["source_traceback"] = inner._source_traceback
    inner.get_loop().call_exception_handler(context)


def shield(arg):
    """A future that ends as `arg` does, and whose cancellation does not reach it."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    loop = inner.get_loop()
    outer = loop.create_future()
    waiter = _current_task(loop._id)

    def _clear_awaited_by_callback(inner):  # line 975
        """Marks for call graphs, while it is there, who awaits the inner future."""

    def _inner_done_callback(inner):  # line 978
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
            return
        exception = inner.exception()
        if exception is not None:
            outer.set_exception(exception)
        else:
            outer.set_result(inner.result())

    def _outer_done_callback(outer):  # line 991
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)
            # Nobody is left who would retrieve its exception.
            inner.remove_done_callback(_log_on_exception)
            inner.add_done_callback(_log_on_exception)

    if waiter is not None:
        _clear_awaited_by_callback.awaiter = waiter
        inner.add_done_callback(_clear_awaited_by_callback)
    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


def run_coroutine_threadsafe(coro, loop):
    """Runs a coroutine in the loop of another thread; its result comes as a concurrent.futures.Future."""
    from concurrent.futures import Future

    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    future = Future()

    def forward_result(task):
        if task.cancelled():
            future.cancel()
        if not future.set_running_or_notify_cancel():
            return
        if task.exception() is not None:
            future.set_exception(task.exception())
        else:
            future.set_result(task.result())

    def callback():
        try:
            task = ensure_future(coro, loop=loop)
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

        def forward_cancel(future):
            if future.cancelled() and not loop.is_closed():
                loop.call_soon_threadsafe(task.cancel)

        task.add_done_callback(forward_result)
        future.add_done_callback(forward_cancel)

    loop.call_soon_threadsafe(callback)
    return future


# These modules build on the names above.
from asyncio._gathering import gather
from asyncio._waiting import as_completed, wait, wait_for
