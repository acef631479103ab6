"""Executors whose workers are threads."""

from _pools import _cpu_count, _next_job, _seek_idle, _submit
from _synchronization import START
from _threadlocks import _waiter
from concurrent.futures import _base
from concurrent.futures._pool import PoolExecutor


class BrokenThreadPool(_base.BrokenExecutor):
    """The initializer of a worker failed."""


_count = 0


def _next_prefix():
    global _count
    _count += 1
    return f"ThreadPoolExecutor-{_count - 1}"


class ThreadPoolExecutor(PoolExecutor):
    BROKEN = BrokenThreadPool

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, _cpu_count() + 4)
        super().__init__(max_workers, initializer, initargs, False)
        self._thread_name_prefix = thread_name_prefix or _next_prefix()
        self._worker_count = 0

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            self._check_open()
            future = _base.Future()
            future._pool = self._pool
            name = _base.name_of(fn)
            self._runs = _waiter(START)
            _seek_idle(self._pool)
            worker = f"{self._thread_name_prefix}_{self._worker_count}"
            future._job, is_new = _submit(self._pool, name, (future, fn, args, kwargs), self._work, worker)
            if is_new:
                self._worker_count += 1
                self._runs.acquire()
            return future

    def _work(self, pool):
        """What a worker runs. Whoever started it waits until it runs."""
        self._runs.release()
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


def _run(future, function, args, kwargs):
    try:
        result = function(*args, **kwargs)
    except BaseException as error:
        future.set_exception(error)
        # The traceback refers to this frame.
        future = None
    else:
        future.set_result(result)
