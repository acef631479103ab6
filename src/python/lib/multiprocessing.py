"""multiprocessing: processes of the simulated machine. What is sent to one is copied, as pickling does."""

from concurrent.futures import ProcessPoolExecutor
from _pools import _cpu_count
from _thread import _now


class TimeoutError(Exception):
    pass


def cpu_count():
    return _cpu_count()


def freeze_support():
    pass


def get_start_method(allow_none=False):
    return "forkserver"


def set_start_method(method, force=False):
    if method not in ("fork", "spawn", "forkserver"):
        raise ValueError(f"cannot find context for {method!r}")


class AsyncResult:
    def __init__(self, futures, single, callback=None, error_callback=None):
        self._futures = futures
        self._single = single
        if callback is not None or error_callback is not None:
            self._left = len(futures)
            self._callback = callback
            self._error_callback = error_callback
            for future in futures:
                future.add_done_callback(self._one_is_done)

    def _one_is_done(self, future):
        self._left -= 1
        if self._left:
            return
        try:
            value = self.get()
        except Exception as error:
            if self._error_callback is not None:
                self._error_callback(error)
        else:
            if self._callback is not None:
                self._callback(value)

    def ready(self):
        return all(future.done() for future in self._futures)

    def successful(self):
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return all(future.exception() is None for future in self._futures)

    def wait(self, timeout=None):
        deadline = None if timeout is None else _now() + timeout
        for future in self._futures:
            try:
                future._wait(None if deadline is None else max(0, deadline - _now()))
            except Exception:
                return

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        results = [future.result() for future in self._futures]
        return results[0] if self._single else results


class Pool:
    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        if processes is not None and processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if initializer is not None:
            raise NotImplementedError("Pool(initializer=...) is not supported")
        self._state = "RUN"
        self._executor = ProcessPoolExecutor(processes)

    def _check_running(self):
        if self._state != "RUN":
            raise ValueError("Pool not running")

    def _submit_all(self, function, argument_tuples):
        self._check_running()
        return [self._executor.submit(function, *arguments) for arguments in argument_tuples]

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        return AsyncResult([self._executor.submit(func, *args, **kwds)], True, callback, error_callback)

    def map(self, func, iterable, chunksize=None):
        return self.map_async(func, iterable).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return AsyncResult(self._submit_all(func, [(item,) for item in iterable]), False, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        return self.starmap_async(func, iterable).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return AsyncResult(self._submit_all(func, [tuple(items) for items in iterable]), False, callback, error_callback)

    def imap(self, func, iterable, chunksize=1):
        futures = self._submit_all(func, [(item,) for item in iterable])
        return (future.result() for future in futures)

    def close(self):
        if self._state == "RUN":
            self._state = "CLOSE"

    def terminate(self):
        self._state = "TERMINATE"
        self._executor.shutdown(wait=False, cancel_futures=True)

    def join(self):
        if self._state == "RUN":
            raise ValueError("Pool is still running")
        self._executor.shutdown(wait=True)

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


Pool.__module__ = "multiprocessing.pool"
