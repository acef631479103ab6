"""Pools of worker processes: executors of `concurrent.futures` under other names."""

from _thread import _now
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures import TimeoutError as _FutureTimeout
from multiprocessing.context import TimeoutError


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


class _Workers(ProcessPoolExecutor):
    _worker_kind = "PoolWorker"


class Pool:
    __module__ = "multiprocessing.pool"

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        if processes is not None and processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._state = "RUN"
        self._executor = _Workers(processes, context, initializer, initargs)

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
        return _Results(futures)

    def imap_unordered(self, func, iterable, chunksize=1):
        futures = self._submit_all(func, [(item,) for item in iterable])
        return _Results(as_completed(futures))

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



class _Results:
    """The results of futures one after the other; an error does not end it."""

    def __init__(self, futures):
        self._futures = iter(futures)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._futures).result()

    def next(self, timeout=None):
        try:
            return next(self._futures).result(timeout)
        except _FutureTimeout:
            raise TimeoutError from None

