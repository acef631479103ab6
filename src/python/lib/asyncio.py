"""asyncio: everything around the simulator's loops, futures and tasks that schedules nothing itself.

It follows Lib/asyncio of CPython 3.14, whose number of loop iterations it keeps.
"""

from _asyncio import (
    Future,
    Task,
    _all_tasks,
    _bare_yield,
    _current_task,
    _gathering_cancel_requested,
    _gathering_future,
    _job_future,
    _sleep_future,
    iscoroutine,
    isfuture,
)
from _loops import (
    _call_at,
    _call_later,
    _call_soon,
    _call_soon_threadsafe,
    _cancel_handle,
    _close_loop,
    _enter_loop,
    _get_running_loop,
    _leave_loop,
    _loop_state,
    _loop_time,
    _new_loop,
    _stop_loop,
    _turn_loop,
)
from _asyncio import CancelledError, InvalidStateError

TimeoutError = TimeoutError


class Handle:
    def __init__(self, loop, function, args, handle):
        self._loop = loop
        self._callback = function
        self._args = args
        self._handle = handle
        self._cancelled = False

    def cancel(self):
        if not self._cancelled:
            self._cancelled = True
            _cancel_handle(self._loop._id, self._handle)
            self._callback = None
            self._args = None

    def cancelled(self):
        return self._cancelled


class TimerHandle(Handle):
    def __init__(self, loop, function, args, handle, when):
        super().__init__(loop, function, args, handle)
        self._when = when

    def when(self):
        return self._when


class _UnixSelectorEventLoop:
    def __init__(self):
        self._id = _new_loop(self)
        self._default_executor = None
        self._debug = False
        self._stopping = False
        self.slow_callback_duration = 0.1

    def __repr__(self):
        return (
            f"<{self.__class__.__name__} running={self.is_running()} "
            f"closed={self.is_closed()} debug={self.get_debug()}>"
        )

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None, eager_start=None):
        return Task(coro, loop=self, name=name, context=context)

    def run_forever(self):
        self._check_closed()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        _enter_loop(self._id)
        try:
            _turn_loop(self._id)
        finally:
            _leave_loop(self._id)

    def run_until_complete(self, future):
        self._check_closed()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        new_task = not isfuture(future)
        future = ensure_future(future, loop=self)
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if new_task and future.done() and not future.cancelled():
                future.exception()
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def stop(self):
        _stop_loop(self._id)

    def is_running(self):
        return _loop_state(self._id)[0]

    def is_closed(self):
        return _loop_state(self._id)[1]

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if self.is_closed():
            return
        _close_loop(self._id)
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    def _check_closed(self):
        if self.is_closed():
            raise RuntimeError("Event loop is closed")

    def time(self):
        return _loop_time()

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    def call_soon(self, callback, *args, context=None):
        return Handle(self, callback, args, _call_soon(self._id, callback, args, context))

    def call_soon_threadsafe(self, callback, *args, context=None):
        return Handle(self, callback, args, _call_soon_threadsafe(self._id, callback, args, context))

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        handle, when = _call_later(self._id, delay, callback, args, context)
        return TimerHandle(self, callback, args, handle, when)

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        handle = _call_at(self._id, when, callback, args, context)
        return TimerHandle(self, callback, args, handle, when)

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if executor is None:
            if self._default_executor is None:
                from concurrent.futures import ThreadPoolExecutor

                self._default_executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
            executor = self._default_executor
        return wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        self._default_executor = executor

    async def shutdown_asyncgens(self):
        pass

    async def shutdown_default_executor(self, timeout=None):
        executor = self._default_executor
        if executor is None:
            return
        future = self.create_future()
        from _pools import _start_thread

        _start_thread("Thread-shutdown", self._do_shutdown, (future, executor))
        await future

    def _do_shutdown(self, future, executor):
        executor.shutdown(wait=True)
        if not self.is_closed():
            self.call_soon_threadsafe(_set_result_unless_cancelled, future, None)


_UnixSelectorEventLoop.__module__ = "asyncio.unix_events"
AbstractEventLoop = BaseEventLoop = SelectorEventLoop = _UnixSelectorEventLoop


def _run_until_complete_cb(future):
    if not future.cancelled():
        exception = future.exception()
        if isinstance(exception, (SystemExit, KeyboardInterrupt)):
            return
    future.get_loop().stop()


def _set_result_unless_cancelled(future, result):
    if future.cancelled():
        return
    future.set_result(result)


def new_event_loop():
    return _UnixSelectorEventLoop()


_set_loop = [None]


def set_event_loop(loop):
    _set_loop[0] = loop


def get_running_loop():
    loop = _get_running_loop()
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def get_event_loop():
    loop = _get_running_loop()
    if loop is not None:
        return loop
    if _set_loop[0] is None:
        raise RuntimeError("There is no current event loop in thread 'MainThread'.")
    return _set_loop[0]


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._state = "created"
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._set = False

    def __enter__(self):
        self._lazy_init()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def close(self):
        if self._state != "initialized":
            return
        loop = self._loop
        try:
            _cancel_all_tasks(loop)
            loop.run_until_complete(loop.shutdown_asyncgens())
            loop.run_until_complete(loop.shutdown_default_executor())
        finally:
            if self._set:
                set_event_loop(None)
            loop.close()
            self._loop = None
            self._state = "closed"

    def get_loop(self):
        self._lazy_init()
        return self._loop

    def run(self, coro, *, context=None):
        if _get_running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        self._lazy_init()
        if not iscoroutine(coro):
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
        task = self._loop.create_task(coro, context=context)
        return self._loop.run_until_complete(task)

    def _lazy_init(self):
        if self._state == "closed":
            raise RuntimeError("Runner is closed")
        if self._state == "initialized":
            return
        if self._loop_factory is None:
            self._loop = new_event_loop()
            set_event_loop(self._loop)
            self._set = True
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._state = "initialized"


def run(main, *, debug=None, loop_factory=None):
    if _get_running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    if not iscoroutine(main) and not hasattr(main, "__await__"):
        raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


def _cancel_all_tasks(loop):
    to_cancel = _all_tasks(loop._id)
    if not to_cancel:
        return
    for task in to_cancel:
        task.cancel()
    loop.run_until_complete(gather(*to_cancel, return_exceptions=True))


async def sleep(delay, result=None):
    if delay <= 0:
        await _BareYield()
        return result
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    loop = get_running_loop()
    future, handle = _sleep_future(loop._id, delay, result)
    try:
        return await future
    finally:
        _cancel_handle(loop._id, handle)


class _BareYield:
    def __await__(self):
        return _bare_yield()


def create_task(coro, *, name=None, context=None, eager_start=None):
    loop = get_running_loop()
    return loop.create_task(coro, name=name, context=context)


def current_task(loop=None):
    if loop is None:
        loop = get_running_loop()
    return _current_task(loop._id)


def all_tasks(loop=None):
    if loop is None:
        loop = get_running_loop()
    return set(_all_tasks(loop._id))


def iscoroutinefunction(func):
    from _asyncio import _is_coroutine_function

    return _is_coroutine_function(func)


def ensure_future(coro_or_future, *, loop=None):
    if isfuture(coro_or_future):
        if loop is not None and loop is not coro_or_future.get_loop():
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    if not iscoroutine(coro_or_future):
        if hasattr(coro_or_future, "__await__"):
            coro_or_future = _wrap_awaitable(coro_or_future)
        else:
            raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")
    if loop is None:
        loop = get_event_loop()
    return loop.create_task(coro_or_future)


async def _wrap_awaitable(awaitable):
    return await awaitable


def gather(*coros_or_futures, return_exceptions=False):
    if not coros_or_futures:
        loop = get_event_loop()
        outer = loop.create_future()
        outer.set_result([])
        return outer

    finished = 0
    outer = None

    def done_callback(fut):
        nonlocal finished
        finished += 1
        if outer is None or outer.done():
            if not fut.cancelled():
                fut.exception()
            return
        if not return_exceptions:
            if fut.cancelled():
                outer.set_exception(_cancelled_error_of(fut))
                return
            exception = fut.exception()
            if exception is not None:
                outer.set_exception(exception)
                return
        if finished == len(children):
            results = []
            for child in children:
                if child.cancelled():
                    results.append(_cancelled_error_of(child))
                else:
                    exception = child.exception()
                    results.append(child.result() if exception is None else exception)
            if _gathering_cancel_requested(outer):
                outer.set_exception(_cancelled_error_of(fut))
            else:
                outer.set_result(results)

    seen = {}
    children = []
    loop = None
    for arg in coros_or_futures:
        fut = seen.get(id(arg))
        if fut is None:
            fut = ensure_future(arg, loop=loop)
            if loop is None:
                loop = fut.get_loop()
            seen[id(arg)] = fut
            children.append(fut)
        else:
            children.append(fut)

    outer = _gathering_future(loop._id, children)
    unique = []
    for fut in seen.values():
        unique.append(fut)
    total = len(unique)
    if total != len(children):
        finished = len(children) - total
    for fut in unique:
        fut.add_done_callback(done_callback)
    return outer


def _cancelled_error_of(fut):
    try:
        fut.result()
    except CancelledError as error:
        return error
    return CancelledError()


def wrap_future(future, *, loop=None):
    if isfuture(future):
        return future
    if loop is None:
        loop = get_event_loop()
    new_future = _job_future(loop._id, future._job)

    def forward_cancel(destination):
        if destination.cancelled():
            future.cancel()

    def set_state():
        if new_future.cancelled():
            return
        if future.cancelled():
            new_future.cancel()
            return
        exception = future.exception()
        if exception is not None:
            new_future.set_exception(exception)
        else:
            new_future.set_result(future.result())

    def forward_result(source):
        if new_future.cancelled():
            return
        if loop.is_closed():
            return
        loop.call_soon_threadsafe(set_state)

    new_future.add_done_callback(forward_cancel)
    future.add_done_callback(forward_result)
    return new_future


async def to_thread(func, /, *args, **kwargs):
    loop = get_running_loop()

    def call():
        return func(*args, **kwargs)

    call.__name__ = getattr(func, "__name__", "call")
    return await loop.run_in_executor(None, call)


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        self._waiters = []
        self._value = value

    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()

    def locked(self):
        if self._value == 0:
            return True
        for waiter in self._waiters:
            if not waiter.cancelled():
                return True
        return False

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        future = get_running_loop().create_future()
        self._waiters.append(future)
        try:
            try:
                await future
            finally:
                self._waiters.remove(future)
        except CancelledError:
            if future.done() and not future.cancelled():
                self._value += 1
            raise
        finally:
            while self._value > 0:
                if not self._wake_up_next():
                    break
        return True

    def release(self):
        self._value += 1
        self._wake_up_next()

    def _wake_up_next(self):
        for future in self._waiters:
            if not future.done():
                self._value -= 1
                future.set_result(True)
                return True
        return False
