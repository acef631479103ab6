#: a lock lets one thread in at a time
import threading
import time

lock = threading.Lock()


def work(name):
    with lock:
        print(name, "in")
        time.sleep(0.2)
        print(name, "out")


threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(lock.locked())
#: acquire without blocking and with a timeout
import threading
import time

lock = threading.Lock()
print(lock.acquire(), lock.acquire(False), lock.acquire(blocking=False), lock.acquire(timeout=0.5))
print("half a second later")
threading.Timer(0.3, lock.release).start()
print(lock.acquire(timeout=1), lock.acquire(True, 0.1))
lock.release()
print(lock.locked())
#: errors of locks
import threading

lock = threading.Lock()
for action in (
    lock.release,
    lambda: lock.acquire(False, 1),
    lambda: lock.acquire(timeout=-2),
    lambda: lock.acquire(timeout=1e300),
    threading.RLock().release,
    threading.Condition().wait,
    threading.Condition().notify,
    lambda: threading.Semaphore(-1),
    lambda: threading.Semaphore().acquire(False, 1),
    lambda: threading.Semaphore().release(0),
    threading.BoundedSemaphore().release,
):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
#: representations
import threading

lock, rlock = threading.Lock(), threading.RLock()
print(lock, rlock)
with lock:
    print(lock)
print(threading.Condition(lock), threading.Condition(rlock))
event = threading.Event()
print(event)
event.set()
print(event)
print(threading.Semaphore(3), threading.BoundedSemaphore(2), threading.Barrier(4), threading.local())
print(type(lock), type(rlock), type(event), threading.Lock, threading.Event)
#: an RLock can be acquired again by its owner
import threading
import time

lock = threading.RLock()


def other():
    print("free?", lock.acquire(blocking=False))
    with lock:
        print("other has it")


with lock:
    with lock:
        threading.Thread(target=other).start()
        time.sleep(0.2)
    print("still held")
    time.sleep(0.2)
print("released")
#: only the owner releases an RLock
import threading

lock = threading.RLock()
lock.acquire()


def work():
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


thread = threading.Thread(target=work)
thread.start()
thread.join()
lock.release()
print("mine to release")
#: any thread releases a Lock
import threading
import time

lock = threading.Lock()
lock.acquire()


def work():
    time.sleep(0.3)
    lock.release()
    print("released for main")


threading.Thread(target=work).start()
lock.acquire()
print("main has it again")
#: who waits longest gets the lock first
import threading
import time

lock = threading.Lock()


def work(n):
    time.sleep(n / 100)
    with lock:
        print(n)
        time.sleep(0.1)


lock.acquire()
for n in (3, 1, 4, 2):
    threading.Thread(target=work, args=(n,)).start()
time.sleep(0.5)
lock.release()
#: a condition between a producer and a consumer
import threading
import time

items = []
condition = threading.Condition()


def consumer():
    for _ in range(3):
        with condition:
            while not items:
                print("consumer waits")
                condition.wait()
            print("got", items.pop(0))


def producer():
    for i in range(3):
        time.sleep(0.1)
        with condition:
            items.append(i)
            condition.notify()
            print("put", i)


threads = [threading.Thread(target=consumer), threading.Thread(target=producer)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
#: notify wakes as many as it is told
import threading
import time

condition = threading.Condition()
woken = []


def work(n):
    with condition:
        condition.wait()
        woken.append(n)


for n in range(5):
    threading.Thread(target=work, args=(n,)).start()
time.sleep(0.1)
for count in (1, 2):
    with condition:
        condition.notify(count)
    time.sleep(0.1)
    print(woken)
with condition:
    condition.notify_all()
time.sleep(0.1)
print(woken)
#: wait_for and timeouts of a condition
import threading
import time

condition = threading.Condition()
state = {"n": 0}


def count():
    for n in range(1, 4):
        time.sleep(0.1)
        with condition:
            state["n"] = n
            condition.notify_all()


threading.Thread(target=count).start()
with condition:
    print(condition.wait(0.05))
    print(condition.wait_for(lambda: state["n"] == 2))
    print(condition.wait_for(lambda: state["n"] == 9, timeout=0.5), state)
    print(condition.wait_for(lambda: "at once"))
    print(condition.wait(0), condition.wait(-1))
#: a condition on a lock of one's own
import threading

lock = threading.Lock()
condition = threading.Condition(lock)
with condition:
    print(lock.locked())
print(lock.locked())
try:
    condition.notify()
except RuntimeError as error:
    print(error)
#: waiting gives an RLock up altogether
import threading
import time

condition = threading.Condition()


def work():
    with condition:
        print("the worker gets in")
        condition.notify()


with condition:
    with condition:
        threading.Thread(target=work).start()
        condition.wait()
        print("main is back")
    print(condition.acquire(blocking=False))
    condition.release()
#: an event
import threading
import time

event = threading.Event()


def work(n):
    print(n, event.wait(), event.is_set())


for n in range(3):
    threading.Thread(target=work, args=(n,)).start()
print(event.wait(0.2), event.is_set())
event.set()
time.sleep(0.1)
print(event.wait(), event.wait(0))
event.clear()
print(event.is_set(), event.wait(0))
#: a semaphore limits how many work at once
import threading
import time

semaphore = threading.Semaphore(2)


def work(n):
    with semaphore:
        print(n, "works")
        time.sleep(0.2)


threads = [threading.Thread(target=work, args=(n,)) for n in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(semaphore)
print(semaphore.acquire(), semaphore.acquire(), semaphore.acquire(blocking=False), semaphore.acquire(timeout=0.3))
semaphore.release(2)
print(semaphore)
#: a bounded semaphore
import threading

semaphore = threading.BoundedSemaphore(2)
with semaphore:
    print(semaphore)
try:
    semaphore.release()
except ValueError as error:
    print(error)
semaphore.acquire()
try:
    semaphore.release(2)
except ValueError as error:
    print(error)
print(semaphore)
#: a barrier
import threading
import time

barrier = threading.Barrier(3, action=lambda: print("all are here"))


def work(n):
    for turn in range(2):
        time.sleep((n + 1) / 10)
        place = barrier.wait()
        if place == 0:
            print("first in turn", turn)
    print(n, "is through")


for n in range(3):
    threading.Thread(target=work, args=(n,)).start()
time.sleep(0.15)
print(barrier.parties, barrier.n_waiting, barrier.broken)
#: a broken barrier
import threading
import time

barrier = threading.Barrier(2)


def wait(timeout):
    try:
        barrier.wait(timeout)
        print("through")
    except threading.BrokenBarrierError as error:
        print("broken", repr(error), barrier.broken, barrier)


wait(0.2)
wait(None)
barrier.reset()
print(barrier.broken)
threading.Thread(target=wait, args=(None,)).start()
time.sleep(0.1)
barrier.reset()
time.sleep(0.1)
threading.Thread(target=wait, args=(1,)).start()
time.sleep(0.1)
barrier.abort()
time.sleep(0.1)
barrier.reset()
threading.Thread(target=wait, args=(1,)).start()
wait(1)
try:
    threading.Barrier(0)
except ValueError as error:
    print(error)
#: the action of a barrier that fails breaks it
import threading
import time


def action():
    raise KeyError("action")


barrier = threading.Barrier(2, action)


def wait(name):
    try:
        barrier.wait()
    except Exception as error:
        print(name, type(error).__name__)


thread = threading.Thread(target=wait, args=("other",))
thread.start()
time.sleep(0.1)
wait("main")
thread.join()
print(barrier.broken)
#: two locks taken in the same order
import threading
import time

first, second = threading.Lock(), threading.Lock()
accounts = {"a": 100, "b": 50}


def transfer(source, target, amount):
    with first, second:
        accounts[source] -= amount
        time.sleep(0.1)
        accounts[target] += amount


threads = [threading.Thread(target=transfer, args=args) for args in (("a", "b", 30), ("b", "a", 10))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(accounts)
