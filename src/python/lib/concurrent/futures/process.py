"""Executors whose workers are processes. What goes to a worker and what comes back is copied, as pickling does."""

from _pools import _cpu_count, _next_job, _submit
from _processes import _pack, _process_number, _unpack, _unpack_for
from concurrent.futures import _base
from concurrent.futures._pool import PoolExecutor


class BrokenProcessPool(_base.BrokenExecutor):
    """A worker ended before its time."""


def _context(given, max_tasks_per_child):
    """The `multiprocessing` context, which says how workers start."""
    import multiprocessing

    if given is not None:
        return given
    return multiprocessing.get_context("spawn" if max_tasks_per_child is not None else None)


class _RemoteTraceback(Exception):
    """Stands as cause of an exception for the traceback that it had in its process."""

    def __init__(self, text):
        self.text = text

    def __str__(self):
        return self.text


class ProcessPoolExecutor(PoolExecutor):
    BROKEN = BrokenProcessPool
    _worker_kind = "Process"

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = _cpu_count()
        super().__init__(max_workers, initializer, initargs, True)
        if max_tasks_per_child is not None and not isinstance(max_tasks_per_child, int):
            raise TypeError("max_tasks_per_child must be an integer")
        if max_tasks_per_child is not None and max_tasks_per_child <= 0:
            raise ValueError("max_tasks_per_child must be >= 1")
        self._context = _context(mp_context, max_tasks_per_child)
        self._process = _process_number()

    def submit(self, fn, /, *args, **kwargs):
        with self._lock:
            self._check_open()
            future = _base.Future()
            try:
                parcel = _pack((fn, args, kwargs))
                setup = None if self._initializer is None else _pack((self._initializer, self._initargs), True)
            except Exception as error:
                future.set_exception(error)
                return future
            future._pool = self._pool
            name = _base.name_of(fn)
            job = (future, self, parcel, setup)
            method = self._context.get_start_method()
            worker = self._context._next_name(self._worker_kind)
            forks = method == "fork"
            future._job, is_new = _submit(self._pool, name, job, _WORKERS[method], worker, forks)
            self._context._name_is_used(is_new)
            return future

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        if chunksize == 1:
            return super().map(fn, *iterables, timeout=timeout, buffersize=buffersize)
        chunks = _chunks(list(zip(*iterables)), chunksize)
        results = super().map(_process_chunk, [fn] * len(chunks), chunks, timeout=timeout, buffersize=buffersize)
        return (result for chunk in results for result in chunk)

    def _failure(self, error, text):
        return _exported(error, text, self._process)


def _chunks(items, size):
    return [items[at : at + size] for at in range(0, len(items), size)]


def _process_chunk(fn, chunk):
    return [fn(*args) for args in chunk]


_TERMINATED = "A process in the process pool was terminated abruptly while the future was running or pending."


def _work(pool, method):
    """What a worker process runs."""
    from multiprocessing import process

    process._begin(method)
    is_ready = False
    while True:
        taken = _next_job(pool)
        if taken is None:
            process._exit_function()
            return
        job, (future, executor, parcel, setup) = taken
        future._job = job
        if not future.set_running_or_notify_cancel():
            continue
        if not is_ready and not _set_up(setup, future, executor):
            return
        is_ready = True
        _run(future, executor, parcel)
        taken = job = future = executor = parcel = setup = None


# In worker processes, by how they start.
_WORKERS = {
    "fork": lambda pool: _work(pool, "fork"),
    "spawn": lambda pool: _work(pool, "spawn"),
    "forkserver": lambda pool: _work(pool, "forkserver"),
}


def _set_up(setup, future, executor):
    """Calls the initializer, if there is one. If it fails, so does the pool."""
    if setup is None:
        return True
    try:
        initializer, initargs = _unpack(setup)
        initializer(*initargs)
    except BaseException as error:
        _base._log("critical", "Exception in initializer:", error)
        future.set_exception(BrokenProcessPool(_TERMINATED))
        executor._break(_TERMINATED)
        return False
    return True


def _run(future, executor, parcel):
    try:
        function, args, kwargs = _unpack(parcel)
        result = _unpack_for(executor._process, _pack(function(*args, **kwargs)))
    except BaseException as error:
        from _traceback import format_all

        future.set_exception(executor._failure(error, format_all(error)))
    else:
        future.set_result(result)


def _exported(error, text, process):
    """An exception of a worker as the process of its executor sees it."""
    error.__traceback__ = error.__context__ = error.__cause__ = None
    try:
        copy = _unpack_for(process, _pack(error))
    except Exception as failure:
        copy = failure
    copy.__cause__ = _RemoteTraceback(f'\n"""\n{text}"""')
    return copy
