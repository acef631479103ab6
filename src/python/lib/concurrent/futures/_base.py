"""Futures of executors' jobs, and waiting for several of them. A future's end is a job's end of the simulated machine, on which
threads wait without polling (`_pools`).
"""

from _pools import _finish_job, _new_job, _wait_job
from _synchronization import FUTURES
from _thread import RLock, _now
from _threadlocks import _waiter

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"
_RETURNED, _RAISED, _CANCELLED = 0, 1, 2


def name_of(fn):
    """What a job is called: by its function, also where a partial hands it to `Context.run`, as `asyncio.to_thread` does."""
    while not hasattr(fn, "__name__") and hasattr(fn, "func"):
        fn = fn.args[0] if getattr(fn.func, "__name__", "") == "run" and fn.args else fn.func
    return getattr(fn, "__name__", type(fn).__name__)


class Error(Exception):
    pass


class CancelledError(Error):
    pass


TimeoutError = TimeoutError


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    """An executor cannot do any more work."""


def _log(level, text, error=None):
    import logging

    getattr(logging.getLogger("concurrent.futures"), level)(text, exc_info=error)


class Future:
    def __init__(self):
        # PENDING, RUNNING, CANCELLED, CANCELLED_AND_NOTIFIED (its worker has seen it) or FINISHED.
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._callbacks = []
        # Those who wait for several futures.
        self._waiters = []
        self._pool = None
        self._job = None
        self._lock = RLock()

    def __repr__(self):
        state = "cancelled" if self.cancelled() else self._state.lower()
        if self._state == "FINISHED":
            failed = self._exception is not None
            how, value = ("raised", self._exception) if failed else ("returned", self._result)
            state += f" {how} {value.__class__.__name__}"
        return f"<{self.__class__.__name__} at {hex(id(self))} state={state}>"

    # State

    def cancelled(self):
        return self._state in ("CANCELLED", "CANCELLED_AND_NOTIFIED")

    def running(self):
        return self._state == "RUNNING"

    def done(self):
        return self._state in ("CANCELLED", "CANCELLED_AND_NOTIFIED", "FINISHED")

    def cancel(self):
        with self._lock:
            if self._state in ("RUNNING", "FINISHED"):
                return False
            if self.cancelled():
                return True
            self._state = "CANCELLED"
            self._end(_CANCELLED)
        self._invoke_callbacks()
        return True

    def _end(self, outcome):
        """Wakes who waits in `result`."""
        if self._job is not None:
            _finish_job(self._job, outcome)

    def add_done_callback(self, fn):
        with self._lock:
            if not self.done():
                self._callbacks.append(fn)
                return
        self._call(fn)

    def _invoke_callbacks(self):
        for callback in self._callbacks:
            self._call(callback)

    def _call(self, callback):
        try:
            callback(self)
        except Exception as error:
            _log("error", f"exception calling callback for {self!r}", error)

    # Results

    def _wait(self, timeout):
        with self._lock:
            if self.done():
                return
            if self._job is None:
                self._job = _new_job()
        if not _wait_job(self._job, None if timeout is None else _now() + timeout):
            raise TimeoutError()

    def result(self, timeout=None):
        try:
            self._wait(timeout)
            if self.cancelled():
                raise CancelledError()
            if self._exception is not None:
                raise self._exception
            return self._result
        finally:
            # The exception's traceback must not keep the future alive.
            self = None

    def exception(self, timeout=None):
        self._wait(timeout)
        if self.cancelled():
            raise CancelledError()
        return self._exception

    # For executors

    def set_running_or_notify_cancel(self):
        with self._lock:
            if self._state == "CANCELLED":
                self._state = "CANCELLED_AND_NOTIFIED"
                for waiter in self._waiters:
                    waiter.add(self)
                return False
            if self._state == "PENDING":
                self._state = "RUNNING"
                return True
            _log("critical", f"Future {id(self)} in unexpected state: {self._state}")
            raise RuntimeError("Future in unexpected state")

    def set_result(self, result):
        with self._lock:
            self._check_open()
            self._result = result
            self._finish(_RETURNED)
        self._invoke_callbacks()

    def set_exception(self, exception):
        with self._lock:
            self._check_open()
            self._exception = exception
            self._finish(_RAISED)
        self._invoke_callbacks()

    def _check_open(self):
        if self.done():
            raise InvalidStateError(f"{self._state}: {self!r}")

    def _finish(self, outcome):
        self._state = "FINISHED"
        for waiter in self._waiters:
            waiter.add(self)
        self._end(outcome)


# Waiting for several


class _Waiter:
    """Collects futures that are done and wakes its thread when enough are."""

    def __init__(self, count, first_exception=False):
        self._left = count
        self._first_exception = first_exception
        self._lock = RLock()
        self._signal = _waiter(FUTURES)
        self._is_set = False
        self.finished = []

    def add(self, future):
        with self._lock:
            self.finished.append(future)
            self._left -= 1
            failed = self._first_exception and not future.cancelled() and future._exception is not None
            if (self._left <= 0 or failed) and not self._is_set:
                self._is_set = True
                self._signal.release()

    def wait(self, timeout):
        """Gives whether it was woken."""
        return self._signal.acquire() if timeout is None else self._signal.acquire(True, max(timeout, 0))

    def take(self):
        """The futures that came since the last time; the next one that comes wakes the thread again."""
        with self._lock:
            taken, self.finished = self.finished, []
            self._is_set = False
            return taken


def _is_notified(future):
    return future._state in ("CANCELLED_AND_NOTIFIED", "FINISHED")


def _install(waiter, futures):
    """Lets the futures that are not done tell the waiter. Gives those that are."""
    done = []
    for future in futures:
        with future._lock:
            if _is_notified(future):
                done.append(future)
            else:
                future._waiters.append(waiter)
    return done


def _remove(waiter, futures):
    for future in futures:
        with future._lock:
            if waiter in future._waiters:
                future._waiters.remove(waiter)


def as_completed(fs, timeout=None):
    deadline = None if timeout is None else _now() + timeout
    futures = list(dict.fromkeys(fs))
    total = len(futures)
    waiter = _Waiter(1)
    ready = _install(waiter, futures)
    pending = [future for future in futures if future not in ready]
    del futures, fs
    try:
        while True:
            while ready:
                # Nothing here keeps a future alive that was given away.
                yield ready.pop(0)
            if not pending:
                return
            if not waiter.wait(None if deadline is None else deadline - _now()):
                raise TimeoutError(f"{len(pending)} (of {total}) futures unfinished")
            ready = waiter.take()
            pending = [future for future in pending if future not in ready]
    finally:
        _remove(waiter, pending)


class DoneAndNotDoneFutures(tuple):
    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    futures = list(dict.fromkeys(fs))
    done = [future for future in futures if _is_notified(future)]
    not_done = [future for future in futures if future not in done]
    if return_when == FIRST_COMPLETED:
        enough, count = bool(done), 1
    elif return_when == FIRST_EXCEPTION:
        enough, count = any(not f.cancelled() and f._exception is not None for f in done), len(not_done)
    else:
        enough, count = False, len(not_done)
        if return_when != ALL_COMPLETED and not_done:
            raise ValueError(f"Invalid return condition: {return_when!r}")
    if not enough and not_done:
        waiter = _Waiter(count, return_when == FIRST_EXCEPTION)
        for future in _install(waiter, not_done):
            waiter.add(future)
        waiter.wait(timeout)
        _remove(waiter, not_done)
        done += waiter.take()
    return DoneAndNotDoneFutures((set(done), {future for future in futures if future not in done}))


class Executor:
    """What all executors have. A subclass has `submit`."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        if buffersize is not None and not isinstance(buffersize, int):
            raise TypeError("buffersize must be an integer or None")
        if buffersize is not None and buffersize < 1:
            raise ValueError("buffersize must be None or > 0")
        deadline = None if timeout is None else _now() + timeout
        arguments = zip(*iterables)
        futures = []
        for args in arguments:
            futures.append(self.submit(fn, *args))
            if len(futures) == buffersize:
                break
        return self._results(fn, futures, deadline, arguments if buffersize else iter(()))

    def _results(self, fn, futures, deadline, arguments):
        try:
            while futures:
                for args in arguments:
                    futures.append(self.submit(fn, *args))
                    break
                yield _result_or_cancel(futures.pop(0), None if deadline is None else deadline - _now())
        finally:
            for future in futures:
                future.cancel()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _result_or_cancel(future, timeout):
    try:
        return future.result(timeout)
    finally:
        future.cancel()
