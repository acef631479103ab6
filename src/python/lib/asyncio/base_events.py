"""The event loop object: the loop itself is the simulator's."""

from _asyncio import _new_future
from _asyncio import _queue_error
from _loops import (
    _call_at,
    _call_later,
    _call_soon,
    _call_soon_threadsafe,
    _close_loop,
    _enter_loop,
    _get_running_loop,
    _leave_loop,
    _live_asyncgens,
    _loop_state,
    _loop_time,
    _new_loop,
    _set_loop_debug,
    _stop_loop,
    _thread_number,
    _turn_loop,
)
from asyncio import coroutines, events, format_helpers, futures, log, tasks, timeouts


class BaseEventLoop(events.AbstractEventLoop):
    def __init__(self):
        self._id = _new_loop(self)
        self._default_executor = None
        self._executor_shutdown_called = False
        self._asyncgens_shutdown_called = False
        self._debug = False
        self._thread = None
        self._exception_handler = None
        self._task_factory = None
        self._slow_callback_duration = 0.1

    def __repr__(self):
        return (
            f"<{self.__class__.__name__} running={self.is_running()} "
            f"closed={self.is_closed()} debug={self.get_debug()}>"
        )

    # Running

    def run_forever(self):
        self._check_closed()
        self._check_running()
        self._thread = _thread_number()
        _enter_loop(self._id)
        try:
            _turn_loop(self._id)
        finally:
            _leave_loop(self._id)
            self._thread = None

    def run_until_complete(self, future):
        self._check_closed()
        self._check_running()
        new_task = not futures.isfuture(future)
        future = tasks.ensure_future(future, loop=self)
        future.add_done_callback(_run_until_complete_cb)
        try:
            self.run_forever()
        except:
            if new_task and future.done() and not future.cancelled():
                # Whoever called gets the exception already.
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
        if self._debug:
            log.debug(f"Close {self!r}")
        _close_loop(self._id)  # line 744
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    def _check_closed(self):
        if self.is_closed():
            raise RuntimeError("Event loop is closed")

    def _check_running(self):
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _get_running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")

    # Futures and tasks

    def create_future(self):
        return _new_future(self)  # line 459

    def create_task(self, coro, **kwargs):
        self._check_closed()
        if self._task_factory is not None:
            return self._task_factory(self, coro, **kwargs)  # line 468
        return tasks.Task(coro, loop=self, **kwargs)

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError("task factory must be a callable or None")
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    # Callbacks

    def time(self):
        return _loop_time()

    def call_soon(self, callback, *args, context=None):
        if self._debug:
            self._check_thread()
            self._check_callback(callback, "call_soon")
        handle = events.Handle(callback, args, self, context)
        handle._handle = _call_soon(self._id, callback, args, context, handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        if self._debug:
            self._check_callback(callback, "call_soon_threadsafe")
        handle = events._ThreadSafeHandle(callback, args, self, context)
        handle._handle = _call_soon_threadsafe(self._id, callback, args, context, handle)
        return handle

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        if self._debug:
            self._check_thread()
            self._check_callback(callback, "call_at")
        handle = events.TimerHandle(None, callback, args, self, context)
        handle._handle, handle._when = _call_later(self._id, delay, callback, args, context, handle)
        return handle

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError("when cannot be None")
        if self._debug:
            self._check_thread()
            self._check_callback(callback, "call_at")
        handle = events.TimerHandle(when, callback, args, self, context)
        handle._handle = _call_at(self._id, when, callback, args, context, handle)
        return handle

    def _check_callback(self, callback, method):
        if tasks.iscoroutine(callback) or coroutines._is_coroutine_function(callback):
            raise TypeError(f"coroutines cannot be used with {method}()")
        if not callable(callback):
            raise TypeError(f"a callable object was expected by {method}(), got {callback!r}")

    def _check_thread(self):
        if self._thread is not None and self._thread != _thread_number():
            raise RuntimeError("Non-thread-safe operation invoked on an event loop other than the current one")

    # Debug mode

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled
        self._tell_debug()

    @property
    def slow_callback_duration(self):
        return self._slow_callback_duration

    @slow_callback_duration.setter
    def slow_callback_duration(self, seconds):
        self._slow_callback_duration = seconds
        self._tell_debug()

    def _tell_debug(self):
        _set_loop_debug(self._id, self._slow_callback_duration if self._debug else None)

    def _log_slow(self, what, seconds):
        what = what if futures.isfuture(what) else self._handle_of(what)
        log.warning(f"Executing {what!r} took {seconds:.3f} seconds")

    # Errors

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f"A callable object or None is expected, got {handler!r}")
        self._exception_handler = handler

    def default_exception_handler(self, context):
        message = context.get("message")
        if not message:
            message = "Unhandled exception in event loop"
        lines = [message]
        for key in sorted(context):
            if key == "source_traceback":
                lines.append(f"{key}: Object created at (most recent call last):\n{_format_frames(context[key]).rstrip()}")
            elif key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        log.error("\n".join(lines), context.get("exception"))

    def call_exception_handler(self, context, *, _handled=None):
        handler = self._exception_handler
        if handler is None:
            self.default_exception_handler(context)
            return
        try:
            handler(self, context)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            _end_chain(error, _handled)
            self.default_exception_handler(
                {"message": "Unhandled error in exception handler", "exception": error, "context": context}
            )

    def _handle_of(self, shown):
        """The handle of a callback, known by itself or, if a future had it, by where it was made, callback and arguments."""
        if isinstance(shown, tuple):
            created, callback, *args = shown
            shown = events.Handle(callback, args, self)
            shown._source_traceback = created
        return shown

    def _report_callback(self, shown, exception):
        handle = self._handle_of(shown)
        source = format_helpers._format_callback_source(handle._callback, handle._args, debug=self._debug)
        context = {"message": f"Exception in callback {source}", "exception": exception, "handle": handle}
        if handle._source_traceback:
            context["source_traceback"] = handle._source_traceback
        self.call_exception_handler(context, _handled=exception)

    def _report_unretrieved(self, message, future, exception):
        context = {"message": message, "exception": exception, "future": future}
        if future._source_traceback:
            context["source_traceback"] = future._source_traceback
        self.call_exception_handler(context)

    def _report_destroyed(self, task):
        context = {"task": task, "message": "Task was destroyed but it is pending!"}
        if task._source_traceback:
            context["source_traceback"] = task._source_traceback
        self.call_exception_handler(context)

    def _refuse_yield(self, task, message, value):
        if message == "attached to a different loop":
            text = f"Task {task!r} got Future {value!r} attached to a different loop"
        else:
            text = f"{message}: {value!r}"
        _queue_error(task, RuntimeError(text))

    # Executors

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if self._debug:
            self._check_callback(func, "run_in_executor")
        if executor is None:
            executor = self._default_executor
            if self._executor_shutdown_called:
                raise RuntimeError("Executor shutdown has been called")
            if executor is None:
                from concurrent.futures import ThreadPoolExecutor

                executor = self._default_executor = ThreadPoolExecutor(thread_name_prefix="asyncio")
        return futures.wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        from concurrent.futures import ThreadPoolExecutor

        if not isinstance(executor, ThreadPoolExecutor):
            raise TypeError("executor must be ThreadPoolExecutor instance")
        self._default_executor = executor

    async def shutdown_default_executor(self, timeout=None):  # line 595
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is None:
            return
        future = self.create_future()
        from threading import Thread

        thread = Thread(target=self._do_shutdown, args=(future, executor))
        thread.start()
        try:
            async with timeouts.timeout(timeout):
                await future  # line 610
        except TimeoutError:
            import warnings

            text = f"The executor did not finishing joining its threads within {timeout} seconds."
            # Whoever called is `Handle._run`.
            warnings.warn_explicit(text, RuntimeWarning, "/usr/lib/python3.14/asyncio/events.py", 94)
            executor.shutdown(wait=False)
        else:
            thread.join()

    def _do_shutdown(self, future, executor):
        executor.shutdown(wait=True)
        if not self.is_closed():
            self.call_soon_threadsafe(futures._set_result_unless_cancelled, future, None)

    # Async generators

    async def shutdown_asyncgens(self):  # line 570
        self._asyncgens_shutdown_called = True
        closing = _live_asyncgens(self._id)
        if not closing:
            return
        results = await tasks.gather(*[agen.aclose() for agen in closing], return_exceptions=True)
        for result, agen in zip(results, closing):
            if isinstance(result, Exception):
                self.call_exception_handler(
                    {
                        "message": f"an error occurred during closing of asynchronous generator {agen!r}",
                        "exception": result,
                        "asyncgen": agen,
                    }
                )


def _format_frames(frames):
    """The frames of the program as tracebacks show them; those of the library are left out."""
    text, last, count, repeated = "", None, 0, 0
    for frame in [frame for frame in frames if frame[3]] + [None]:
        count = count + 1 if frame == last else 1
        if count == 1 and repeated > 3:
            more = repeated - 3
            text += f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n"
        if frame is not None and count <= 3:
            file, line, function, source = frame
            text += f'  File "{file}", line {line}, in {function}\n    {source}\n'
        last, repeated = frame, count
    return text


def _end_chain(error, handled):
    """Makes `error` one that was raised while `handled` was: in CPython, `Handle._run` calls the handler from an `except` block."""
    while error is not handled:
        if error.__context__ is None:
            error.__context__ = handled
            break
        error = error.__context__


def _run_until_complete_cb(future):  # line 181
    if not future.cancelled():
        exception = future.exception()
        if isinstance(exception, (SystemExit, KeyboardInterrupt)):
            # run_forever has been left already.
            return
    future.get_loop().stop()
