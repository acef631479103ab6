"""Process pools: each worker is a thread of the machine with a module `__mp_main__` of its own, and all that passes is pickled."""

import concurrent.futures
import concurrent.futures.process
import concurrent.futures.thread
import contextlib
import multiprocessing
import pickle
import sys
import threading
import types

from .machine import machine

_workers = threading.local()
_program = None  # the code object of the program, set by `install`


def _worker_module():
    """The worker's own copy of the program, made when it first has a job."""
    if not hasattr(_workers, "module"):
        machine.current.process = object()  # from now on it has a GIL of its own
        _workers.module = types.ModuleType("__mp_main__")
        _workers.module.__file__ = _program.co_filename
        with _as_main(_workers.module):
            exec(_program, _workers.module.__dict__)
    return _workers.module


@contextlib.contextmanager
def _as_main(module):
    kept = {name: sys.modules.get(name) for name in ("__main__", "__mp_main__")}
    sys.modules.update(__main__=module, __mp_main__=module)
    try:
        yield
    finally:
        for name, value in kept.items():
            if value is None:
                del sys.modules[name]
            else:
                sys.modules[name] = value


def _run_pickled(job):
    module = _worker_module()
    with _as_main(module):
        function, args, kwargs = pickle.loads(job)
    try:
        outcome = (True, function(*args, **kwargs))
    except Exception as error:
        outcome = (False, error.with_traceback(None))
    with _as_main(module):
        return pickle.dumps(outcome)


def _run_job(job):
    """Runs in the worker's thread; the result crosses back as bytes."""
    succeeded, value = pickle.loads(_run_pickled(job))
    if succeeded:
        return value
    raise value


class ProcessPoolExecutor(concurrent.futures.Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), **_):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._pool = concurrent.futures.thread.ThreadPoolExecutor(max_workers or 8, "process", initializer, initargs)
        # The real pool does not look at the clock to ask whether a worker is idle.
        idle = self._pool._idle_semaphore
        acquire = idle.acquire
        idle.acquire = lambda timeout: acquire(blocking=False)

    def submit(self, fn, /, *args, **kwargs):
        try:
            job = pickle.dumps((fn, args, kwargs))
        except Exception as error:
            # The real pool pickles in its queue's feeder thread, so the failure arrives in the future.
            future = concurrent.futures.Future()
            future.set_exception(error)
            return future
        return self._pool.submit(_run_job, job)

    def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
        return super().map(fn, *iterables, timeout=timeout)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._pool.shutdown(wait=wait, cancel_futures=cancel_futures)


class Pool:
    """What teaching programs use of `multiprocessing.Pool`."""

    def __init__(self, processes=None):
        self._executor = ProcessPoolExecutor(processes)

    def map(self, function, iterable, chunksize=None):
        return list(self._executor.map(function, iterable))

    def starmap(self, function, iterable, chunksize=None):
        return [future.result() for future in [self._executor.submit(function, *args) for args in iterable]]

    def apply(self, function, args=(), kwds={}):
        return self._executor.submit(function, *args, **kwds).result()

    def close(self):
        self._executor.shutdown(wait=False)

    terminate = close

    def join(self):
        self._executor.shutdown()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.terminate()


def install(program):
    global _program
    _program = program
    ProcessPoolExecutor.__module__ = "concurrent.futures.process"
    concurrent.futures.process.ProcessPoolExecutor = concurrent.futures.ProcessPoolExecutor = ProcessPoolExecutor
    multiprocessing.Pool = Pool
