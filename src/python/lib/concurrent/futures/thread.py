"""Executors whose workers are threads."""

from _pools import _cpu_count, _drain, _new_pool, _next_job, _shut_down, _submit, _workers
from _thread import RLock, _join
from concurrent.futures import _base


class BrokenThreadPool(_base.BrokenExecutor):
    """The initializer of a worker failed."""


_count = 0


def _next_prefix():
    global _count
    _count += 1
    return f"ThreadPoolExecutor-{_count - 1}"


class ThreadPoolExecutor(_base.Executor):
    BROKEN = BrokenThreadPool

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, _cpu_count() + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._max_workers = max_workers
        self._thread_name_prefix = thread_name_prefix or _next_prefix()
        self._initializer = initializer
        self._initargs = initargs
        self._pool = _new_pool(False, max_workers)
        self._worker_count = 0
        self._lock = RLock()
        self._is_shut_down = False
        self._broken = None

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._is_shut_down:
                raise RuntimeError("cannot schedule new futures after shutdown")
            future = _base.Future()
            future._pool = self._pool
            name = getattr(fn, "__name__", type(fn).__name__)
            worker = f"{self._thread_name_prefix}_{self._worker_count}"
            future._job, is_new = _submit(self._pool, name, (future, fn, args, kwargs), self._work, worker)
            self._worker_count += is_new
            return future

    def _work(self, pool):
        """What a worker runs."""
        if self._initializer is not None:
            try:
                self._initializer(*self._initargs)
            except BaseException as error:
                _base._log("critical", "Exception in initializer:", error)
                self._break("A thread initializer failed, the thread pool is not usable anymore")
                return
        while True:
            taken = _next_job(pool)
            if taken is None:
                return
            job, (future, function, args, kwargs) = taken
            future._job = job
            if future.set_running_or_notify_cancel():
                _run(future, function, args, kwargs)
            taken = job = future = function = args = kwargs = None

    def _break(self, reason):
        with self._lock:
            self._broken = reason
            for job in _drain(self._pool):
                job[0].set_exception(BrokenThreadPool(reason))

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


def _run(future, function, args, kwargs):
    try:
        result = function(*args, **kwargs)
    except BaseException as error:
        future.set_exception(error)
        # The traceback refers to this frame.
        future = None
    else:
        future.set_result(result)
