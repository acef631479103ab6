"""Executors whose workers are processes. What goes to a worker and what comes back is copied, as pickling does."""

from _pools import _check_sendable, _cpu_count, _drain, _export, _new_pool, _next_job, _shut_down, _submit, _workers
from _thread import RLock, _join
from concurrent.futures import _base


class BrokenProcessPool(_base.BrokenExecutor):
    """A worker ended before its time."""


class ProcessPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = _cpu_count()
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if max_tasks_per_child is not None and not isinstance(max_tasks_per_child, int):
            raise TypeError("max_tasks_per_child must be an integer")
        if max_tasks_per_child is not None and max_tasks_per_child <= 0:
            raise ValueError("max_tasks_per_child must be >= 1")
        self._max_workers = max_workers
        self._initializer = initializer
        self._initargs = initargs
        self._pool = _new_pool(True, "ForkServerProcess", max_workers)
        self._lock = RLock()
        self._is_shut_down = False
        self._broken = None

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            if self._broken:
                raise BrokenProcessPool(self._broken)
            if self._is_shut_down:
                raise RuntimeError("cannot schedule new futures after shutdown")
            future = _base.Future()
            try:
                _check_sendable((fn, args, kwargs))
            except Exception as error:
                future.set_exception(error)
                return future
            future._pool = self._pool
            name = getattr(fn, "__name__", type(fn).__name__)
            job = (future, self, fn, args, kwargs, self._initializer, self._initargs)
            future._job = _submit(self._pool, name, job, _work)
            return future

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        if chunksize == 1:
            return super().map(fn, *iterables, timeout=timeout, buffersize=buffersize)
        chunks = _chunks(list(zip(*iterables)), chunksize)
        results = super().map(_process_chunk, [fn] * len(chunks), chunks, timeout=timeout, buffersize=buffersize)
        return (result for chunk in results for result in chunk)

    def _break(self, reason):
        with self._lock:
            self._broken = reason
            for job in _drain(self._pool):
                job[0].set_exception(BrokenProcessPool(reason))

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


def _chunks(items, size):
    return [items[at : at + size] for at in range(0, len(items), size)]


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


def _work(pool):
    """What a worker process runs."""
    is_initialized = False
    while True:
        taken = _next_job(pool)
        if taken is None:
            return
        job, (future, executor, function, args, kwargs, initializer, initargs) = taken
        future._job = job
        if not future.set_running_or_notify_cancel():
            continue
        if initializer is not None and not is_initialized:
            is_initialized = True
            try:
                initializer(*initargs)
            except BaseException as error:
                _base._log("critical", "Exception in initializer:", error)
                reason = "A process in the process pool was terminated abruptly while the future was running or pending."
                future.set_exception(BrokenProcessPool(reason))
                executor._break(reason)
                return
        try:
            result = function(*args, **kwargs)
            _check_sendable(result)
        except BaseException as error:
            future.set_exception(_export(pool, error))
        else:
            future.set_result(_export(pool, result))
        taken = job = future = executor = function = args = kwargs = initializer = initargs = result = None
