"""What executors with workers of their own share, whether threads or processes: their state, and how they end."""

from _pools import _drain, _new_pool, _shut_down, _workers
from _thread import RLock, _join
from concurrent.futures import _base


class PoolExecutor(_base.Executor):
    """A subclass names the error of a broken pool in `BROKEN`. The first part of a job is its future."""

    BROKEN = _base.BrokenExecutor

    def __init__(self, max_workers, initializer, initargs, in_processes):
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._initializer = initializer
        self._initargs = initargs
        self._pool = _new_pool(in_processes, max_workers)
        self._lock = RLock()
        self._is_shut_down = False
        self._broken = None

    def _check_open(self):
        if self._broken:
            raise self.BROKEN(self._broken)
        if self._is_shut_down:
            raise RuntimeError("cannot schedule new futures after shutdown")

    def _break(self, reason):
        with self._lock:
            self._broken = reason
            for job in _drain(self._pool):
                job[0].set_exception(self.BROKEN(reason))

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._lock:
            self._is_shut_down = True
            if cancel_futures:
                for job in _drain(self._pool):
                    job[0].cancel()
            _shut_down(self._pool)
        if wait:
            for worker in _workers(self._pool):
                _join(worker, None)
