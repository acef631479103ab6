#: the life of a future
import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(n / 10)
    return n * 2


with ThreadPoolExecutor(max_workers=1) as pool:
    first, second = pool.submit(work, 2), pool.submit(work, 1)
    time.sleep(0.05)
    for future in (first, second):
        print(future.running(), future.done(), future.cancelled(), future)
    print(first.result(), second.result(timeout=5))
    print(first.done(), first, second.exception())
#: results and exceptions
from concurrent.futures import Future, InvalidStateError

future = Future()
print(future, future.done(), future.running())
print(future.set_running_or_notify_cancel(), future, future.cancel())
future.set_result([1])
print(future, future.result(), future.exception(), future.cancel())
for action in (lambda: future.set_result(2), lambda: future.set_exception(ValueError())):
    try:
        action()
    except InvalidStateError as error:
        print(type(error).__name__, error)
failed = Future()
failed.set_exception(KeyError("k"))
print(failed, repr(failed.exception()))
try:
    failed.result()
except KeyError as error:
    print("raised", error, error is failed.exception())
#: a result that does not come in time
import threading
import time
from concurrent.futures import Future, TimeoutError

future = Future()
try:
    future.result(timeout=0.2)
except TimeoutError as error:
    print(repr(error), TimeoutError.__module__)
try:
    future.exception(0)
except TimeoutError:
    print("no exception yet")
threading.Timer(0.3, future.set_result, ("late",)).start()
print(future.result(timeout=1))
#: several threads wait for one future
import threading
import time
from concurrent.futures import Future

future = Future()


def wait(n):
    print(n, future.result())


threads = [threading.Thread(target=wait, args=(n,)) for n in range(3)]
for thread in threads:
    thread.start()
time.sleep(0.5)
future.set_result("for all")
#: cancelling what is queued
import time
from concurrent.futures import CancelledError, ThreadPoolExecutor


def work(n):
    time.sleep(0.2)
    print("worked", n)
    return n


with ThreadPoolExecutor(1) as pool:
    futures = [pool.submit(work, n) for n in range(3)]
    time.sleep(0.1)
    print([future.cancel() for future in futures[:2]], futures[1].cancel())
    print(futures[1], futures[1].cancelled(), futures[1].done())
    try:
        futures[1].result()
    except CancelledError as error:
        print(repr(error))
    try:
        futures[1].exception()
    except CancelledError:
        print("no exception either")
print(futures[2].result(), futures[1])
#: callbacks
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor


def show(future):
    print("callback", future.result(), threading.current_thread().name)


with ThreadPoolExecutor(1, thread_name_prefix="pool") as pool:
    future = pool.submit(pow, 2, 5)
    slow = pool.submit(time.sleep, 0.1)
    slow.add_done_callback(show)
    future.result()
    future.add_done_callback(show)
cancelled = Future()
cancelled.add_done_callback(lambda future: print("cancelled", future.cancelled()))
cancelled.cancel()
cancelled.cancel()
#: a callback that fails is logged
from concurrent.futures import Future


def bad(future):
    raise ValueError("in a callback")


future = Future()
future.add_done_callback(bad)
future.add_done_callback(lambda future: print("the next one is called"))
future.set_result(1)
print(future.result())
#: states seen by hand
from concurrent.futures import Future

future = Future()
print(future.cancel(), future, future.set_running_or_notify_cancel(), future, future.cancelled())
future = Future()
print(future.set_running_or_notify_cancel(), future, future.cancel())
#: wait for all
import time
from concurrent.futures import ThreadPoolExecutor, wait


def work(n):
    time.sleep(n / 10)
    return n


with ThreadPoolExecutor(4) as pool:
    futures = [pool.submit(work, n) for n in (3, 1, 2)]
    done, not_done = wait(futures, timeout=0.15)
    print(sorted(f.result() for f in done), len(not_done))
    result = wait(futures)
    print(sorted(f.result() for f in result.done), result.not_done)
    print(wait([]))
    print(type(result).__name__)
#: wait for the first
import time
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, wait


def work(n):
    time.sleep(n / 10)
    if n == 2:
        raise ValueError(n)
    return n


with ThreadPoolExecutor(4) as pool:
    futures = [pool.submit(work, n) for n in (4, 3, 2, 1)]
    done, not_done = wait(futures, return_when=FIRST_COMPLETED)
    print("first", [f.result() for f in done], len(not_done))
    done, not_done = wait(futures, return_when=FIRST_EXCEPTION)
    print("exception", len(done), len(not_done))
    done, not_done = wait(futures, return_when=ALL_COMPLETED)
    print("all", len(done), len(not_done))
    try:
        wait([pool.submit(work, 1)], return_when="SOME")
    except ValueError as error:
        print(error)
#: as completed
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def work(n):
    time.sleep(n / 10)
    if n == 2:
        raise ValueError("two")
    return n


with ThreadPoolExecutor(max_workers=5) as pool:
    futures = {pool.submit(work, n): f"job {n}" for n in (3, 1, 2, 5)}
    for future in as_completed(futures):
        try:
            print(futures[future], future.result())
        except ValueError as error:
            print(futures[future], "failed", error)
    late = [pool.submit(work, n) for n in (1, 4)]
    try:
        for future in as_completed(late, timeout=0.25):
            print(future.result())
    except TimeoutError as error:
        print(error)
#: map
import time
from concurrent.futures import ThreadPoolExecutor


def work(a, b=0):
    time.sleep(a / 10)
    print("did", a)
    return a + b


with ThreadPoolExecutor(3) as pool:
    print(list(pool.map(work, [3, 1, 2], [10, 20, 30])))
    results = pool.map(work, [1, 4], timeout=0.2)
    print(next(results))
    try:
        next(results)
    except TimeoutError as error:
        print(type(error).__name__)
    for wrong in (0, "two"):
        try:
            pool.map(work, [1], buffersize=wrong)
        except (ValueError, TypeError) as error:
            print(error)
#: map with a buffer submits as it is read
import time
from concurrent.futures import ThreadPoolExecutor


def numbers():
    for n in range(5):
        print("asked for", n)
        yield n


with ThreadPoolExecutor(2) as pool:
    results = pool.map(lambda n: n * n, numbers(), buffersize=2)
    for result in results:
        print("result", result)
#: map ends at an exception and cancels the rest
import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(0.1)
    print("did", n)
    if n == 1:
        raise ValueError("one")
    return n


with ThreadPoolExecutor(1) as pool:
    try:
        for result in pool.map(work, range(5)):
            print(result)
    except ValueError as error:
        print("error", error)
#: names of workers
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def name(delay):
    time.sleep(delay)
    return threading.current_thread().name, threading.current_thread().daemon


for prefix in ("", "mine", ""):
    with ThreadPoolExecutor(2, prefix) as pool:
        print(list(pool.map(name, [0.1, 0.2, 0.1])))
#: workers are started when they are needed
import threading
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=3)
print(threading.active_count())
pool.submit(time.sleep, 0.1).result()
pool.submit(time.sleep, 0.1).result()
print(threading.active_count())
for _ in range(5):
    pool.submit(time.sleep, 0.1)
print(threading.active_count())
pool.shutdown()
print(threading.active_count())
#: initializer
import threading
import time
from concurrent.futures import ThreadPoolExecutor

local = threading.local()


def prepare(value, *, base=1):
    local.value = value
    print("prepare", threading.current_thread().name)


def work(n):
    time.sleep(0.1)
    return local.value + n


with ThreadPoolExecutor(2, "w", initializer=prepare, initargs=(100,)) as pool:
    print(list(pool.map(work, range(3))))
try:
    ThreadPoolExecutor(initializer=1)
except TypeError as error:
    print(error)
#: an initializer that fails breaks the pool
import time
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool


def prepare():
    time.sleep(0.1)
    raise ValueError("cannot prepare")


pool = ThreadPoolExecutor(1, initializer=prepare)
futures = [pool.submit(print, n) for n in range(2)]
for future in futures:
    try:
        future.result()
    except BrokenExecutor as error:
        print(type(error).__name__, error)
try:
    pool.submit(print, 3)
except BrokenThreadPool as error:
    print("submit:", error)
#: shutdown
import time
from concurrent.futures import ThreadPoolExecutor


def work(n):
    time.sleep(0.2)
    print("did", n)


pool = ThreadPoolExecutor(1)
futures = [pool.submit(work, n) for n in range(4)]
time.sleep(0.1)
pool.shutdown(wait=False, cancel_futures=True)
print([future.cancelled() for future in futures])
try:
    pool.submit(work, 9)
except RuntimeError as error:
    print(error)
pool.shutdown()
print("down")
pool = ThreadPoolExecutor(2)
pool.submit(work, "left to the end")
pool.shutdown(wait=False)
print("main is done")
#: sizes
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

print(ThreadPoolExecutor()._max_workers)
for make in (ThreadPoolExecutor, ProcessPoolExecutor):
    for size in (0, -1):
        try:
            make(size)
        except ValueError as error:
            print(error)
#: an executor of one's own
from concurrent.futures import Executor, Future


class Inline(Executor):
    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


with Inline() as executor:
    print(executor.submit(divmod, 7, 2).result(), list(executor.map(abs, [-1, -2])))
    print(repr(executor.submit(int, "x").exception()))
try:
    Executor().submit(print)
except NotImplementedError as error:
    print("not implemented", error)
