"""concurrent.futures: executors whose workers are the simulator's threads and processes."""

from _pools import (
    _cancel_job,
    _check_sendable,
    _export,
    _finish_job,
    _new_job,
    _new_pool,
    _next_job,
    _shut_down,
    _submit,
    _wait_job,
    _workers,
)
from _thread import _join, _now

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


class Error(Exception):
    pass


class CancelledError(Error):
    pass


TimeoutError = TimeoutError


class InvalidStateError(Error):
    pass


class Future:
    def __init__(self):
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._callbacks = []
        self._pool = None
        self._job = None

    def __repr__(self):
        if self._state == "FINISHED":
            if self._exception is not None:
                return f"<Future at {hex(id(self))} state=finished raised {type(self._exception).__name__}>"
            return f"<Future at {hex(id(self))} state=finished returned {type(self._result).__name__}>"
        return f"<Future at {hex(id(self))} state={self._state.lower()}>"

    def cancel(self):
        if self._state in ("RUNNING", "FINISHED"):
            return False
        if self._state == "CANCELLED":
            return True
        if not _cancel_job(self._pool, self._job):
            return False
        self._state = "CANCELLED"
        self._invoke_callbacks()
        return True

    def cancelled(self):
        return self._state == "CANCELLED"

    def running(self):
        return self._state == "RUNNING"

    def done(self):
        return self._state in ("CANCELLED", "FINISHED")

    def add_done_callback(self, fn):
        if self.done():
            fn(self)
        else:
            self._callbacks.append(fn)

    def _wait(self, timeout):
        if self.done():
            return
        deadline = None if timeout is None else _now() + timeout
        if not _wait_job(self._job, deadline):
            raise TimeoutError()

    def result(self, timeout=None):
        self._wait(timeout)
        if self._state == "CANCELLED":
            raise CancelledError()
        if self._exception is not None:
            try:
                raise self._exception
            finally:
                self = None
        return self._result

    def exception(self, timeout=None):
        self._wait(timeout)
        if self._state == "CANCELLED":
            raise CancelledError()
        return self._exception

    def _finish(self, job, result, exception):
        self._result = result
        self._exception = exception
        self._state = "FINISHED"
        _finish_job(job, exception is not None)
        self._invoke_callbacks()

    def _invoke_callbacks(self):
        callbacks = self._callbacks
        self._callbacks = []
        for callback in callbacks:
            callback(self)


Future.__module__ = "concurrent.futures._base"


def _work(pool):
    while True:
        taken = _next_job(pool)
        if taken is None:
            return
        job, (future, function, args, kwargs) = taken
        future._state = "RUNNING"
        try:
            result = function(*args, **kwargs)
        except BaseException as error:
            future._finish(job, None, _export(pool, error))
        else:
            future._finish(job, _export(pool, result), None)
        taken = job = future = function = args = kwargs = result = None


class Executor:
    _count = 0

    def _start(self, processes, prefix, max_workers):
        self._max_workers = max_workers
        self._pool = _new_pool(processes, prefix, max_workers)
        self._is_shut_down = False
        self._futures = []

    def submit(self, fn, /, *args, **kwargs):
        if self._is_shut_down:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = Future()
        future._pool = self._pool
        name = getattr(fn, "__name__", type(fn).__name__)
        future._job = _submit(self._pool, name, (future, fn, args, kwargs), _work)
        self._futures.append(future)
        return future

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        deadline = None if timeout is None else _now() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                for future in futures:
                    if deadline is None:
                        yield future.result()
                    else:
                        yield future.result(deadline - _now())
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._is_shut_down = True
        if cancel_futures:
            for future in self._futures:
                future.cancel()
        _shut_down(self._pool)
        if wait:
            for worker in _workers(self._pool):
                _join(worker, None)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


class ThreadPoolExecutor(Executor):
    _count = 0

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if initializer is not None:
            raise NotImplementedError("initializer=... is not supported")
        if max_workers is None:
            max_workers = 8
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if not thread_name_prefix:
            thread_name_prefix = f"ThreadPoolExecutor-{ThreadPoolExecutor._count}"
            ThreadPoolExecutor._count += 1
        self._start(False, thread_name_prefix, max_workers)


ThreadPoolExecutor.__module__ = "concurrent.futures.thread"


class ProcessPoolExecutor(Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if initializer is not None:
            raise NotImplementedError("initializer=... is not supported")
        if max_workers is None:
            max_workers = 8
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._start(True, "ForkServerProcess", max_workers)

    def submit(self, fn, /, *args, **kwargs):
        try:
            _check_sendable((fn, args, kwargs))
        except Exception as error:
            future = Future()
            future._job = _new_job()
            future._exception = error
            future._state = "FINISHED"
            return future
        return super().submit(fn, *args, **kwargs)


ProcessPoolExecutor.__module__ = "concurrent.futures.process"


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    deadline = None if timeout is None else _now() + timeout
    futures = list(fs)
    for future in futures:
        if future._job is not None:
            if not _wait_job(future._job, deadline):
                break
    done = {future for future in futures if future.done()}
    return done, {future for future in futures if not future.done()}
