"""wait, wait_for and as_completed (Lib/asyncio/tasks.py)."""
# lines of asyncio/tasks.py

from asyncio import events, exceptions, futures, queues, tasks, timeouts
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):  # line 405
    """Waits for futures; gives the set of those that are done, and the set of the others."""
    if futures.isfuture(fs) or tasks.iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(tasks.iscoroutine(future) for future in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, events.get_running_loop())  # line 432


async def _wait(fs, timeout, return_when, loop):  # line 490
    waiter = loop.create_future()
    timeout_handle = None
    if timeout is not None:
        timeout_handle = loop.call_later(timeout, _release_waiter, waiter)
    counter = len(fs)

    def _on_completion(future):  # line 503
        nonlocal counter
        counter -= 1
        failed = return_when == FIRST_EXCEPTION and not future.cancelled() and future.exception() is not None
        if counter <= 0 or return_when == FIRST_COMPLETED or failed:
            if timeout_handle is not None:
                timeout_handle.cancel()
            if not waiter.done():
                waiter.set_result(None)

    # For call graphs.
    _on_completion.awaiter = tasks.current_task()
    for future in fs:
        future.add_done_callback(_on_completion)
    try:
        await waiter  # line 521
    finally:
        if timeout_handle is not None:
            timeout_handle.cancel()
        for future in fs:
            future.remove_done_callback(_on_completion)
    done = {future for future in fs if future.done()}
    return done, fs - done


def _release_waiter(waiter, *args):  # line 435
    if not waiter.done():
        waiter.set_result(None)


async def wait_for(fut, timeout):  # line 440
    """Awaits `fut`, and cancels it when the timeout is over."""
    if fut is not None and not futures.isfuture(fut) and not hasattr(fut, "__await__"):
        raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    if timeout is not None and timeout <= 0:
        fut = tasks.ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)  # line 481
        try:
            return fut.result()
        except exceptions.CancelledError as exc:
            raise TimeoutError from exc
    async with timeouts.timeout(timeout):
        return await fut  # line 488


async def _cancel_and_wait(fut):  # line 537
    waiter = events.get_running_loop().create_future()

    def release(fut):
        _release_waiter(waiter)

    fut.add_done_callback(release)
    try:
        fut.cancel()
        await waiter  # line 549
    finally:
        fut.remove_done_callback(release)


class _AsCompletedIterator:
    """Gives the futures as they end (`async for`), or coroutines that wait for the next end (`for`)."""

    def __init__(self, aws, timeout):
        self._done = queues.Queue()
        self._timeout_handle = None
        loop = events.get_event_loop()
        todo = {tasks.ensure_future(aw, loop=loop) for aw in set(aws)}
        for future in todo:
            future.add_done_callback(self._handle_completion)
        if todo and timeout is not None:
            self._timeout_handle = loop.call_later(timeout, self._handle_timeout)
        self._todo = todo
        self._todo_left = len(todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):  # line 582
        if not self._todo_left:
            raise StopAsyncIteration
        self._todo_left -= 1
        return await self._wait_for_one()  # line 587

    def __next__(self):
        if not self._todo_left:
            raise StopIteration
        self._todo_left -= 1
        return self._wait_for_one(resolve=True)

    def _handle_timeout(self):  # line 596
        for future in self._todo:
            future.remove_done_callback(self._handle_completion)
            # One for each that is still waited for.
            self._done.put_nowait(None)
        self._todo.clear()

    def _handle_completion(self, future):  # line 602
        if not self._todo:
            # The timeout was first.
            return
        self._todo.remove(future)
        self._done.put_nowait(future)
        if not self._todo and self._timeout_handle is not None:
            self._timeout_handle.cancel()

    async def _wait_for_one(self, resolve=False):  # line 610
        future = await self._done.get()  # line 614
        if future is None:
            raise TimeoutError
        return future.result() if resolve else future


def as_completed(fs, *, timeout=None):
    if futures.isfuture(fs) or tasks.iscoroutine(fs):
        raise TypeError(f"expects an iterable of awaitables, not {type(fs).__name__}")
    return _AsCompletedIterator(fs, timeout)
