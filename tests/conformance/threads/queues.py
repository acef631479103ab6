#: producer and consumer
import queue
import threading
import time

jobs = queue.Queue(maxsize=2)


def producer():
    for n in range(5):
        jobs.put(n)
        print("put", n)
    jobs.put(None)


def consumer():
    while (n := jobs.get()) is not None:
        time.sleep(0.1)
        print("got", n)
    print("end", jobs.qsize(), jobs.empty(), jobs.full())


threads = [threading.Thread(target=consumer), threading.Thread(target=producer)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
#: without blocking
import queue

q = queue.Queue(1)
try:
    q.get_nowait()
except queue.Empty as error:
    print(repr(error), type(error))
q.put_nowait(1)
try:
    q.put_nowait(2)
except queue.Full as error:
    print(repr(error), type(error))
print(q.qsize(), q.full(), q.empty(), q.maxsize)
print(q.get(False), q.empty())
#: timeouts
import queue
import threading
import time

q = queue.Queue(1)
try:
    q.get(timeout=0.3)
except queue.Empty:
    print("empty")
q.put("a")
try:
    q.put("b", timeout=0.2)
except queue.Full:
    print("full")
threading.Timer(0.1, q.get).start()
q.put("c", timeout=1)
print("there was room")
for wrong in (lambda: q.get(timeout=-1), lambda: q.put(1, timeout=-1)):
    try:
        wrong()
    except ValueError as error:
        print(error)
#: workers and join
import queue
import threading
import time

q = queue.Queue()


def worker(name):
    while True:
        item = q.get()
        time.sleep(0.1)
        print(name, "did", item)
        q.task_done()


for name in "ab":
    threading.Thread(target=worker, args=(name,), daemon=True).start()
for item in range(5):
    q.put(item)
print("all put", q.unfinished_tasks)
q.join()
print("all done", q.unfinished_tasks)
try:
    q.task_done()
except ValueError as error:
    print(error)
#: last in, first out
import queue

q = queue.LifoQueue()
for item in "abc":
    q.put(item)
print([q.get() for _ in range(3)], q.empty())
#: priorities
import queue

q = queue.PriorityQueue()
for item in ((3, "c"), (1, "z"), (2, "b"), (1, "a")):
    q.put(item)
print([q.get() for _ in range(4)])
q.put(1)
try:
    q.put("text")
except TypeError as error:
    print(error)
#: a simple queue
import queue
import threading

q = queue.SimpleQueue()
threading.Timer(0.2, q.put, ("late",)).start()
print(q.get(), q.qsize(), q.empty())
for args in ((True, 0.1), (False,)):
    try:
        q.get(*args)
    except queue.Empty:
        print("empty", args)
q.put(1)
q.put_nowait(2)
print(q.get_nowait(), q.qsize(), q.get(timeout=1))
try:
    q.get(timeout=-1)
except ValueError as error:
    print(error)
#: shutdown lets what is in the queue be taken
import queue
import threading
import time

q = queue.Queue()


def worker():
    try:
        while True:
            print("got", q.get())
            time.sleep(0.1)
            q.task_done()
    except queue.ShutDown as error:
        print("shut down", repr(error))


for item in range(3):
    q.put(item)
thread = threading.Thread(target=worker)
thread.start()
time.sleep(0.15)
q.shutdown()
try:
    q.put(4)
except queue.ShutDown:
    print("no more", q.is_shutdown)
thread.join()
#: shutdown at once
import queue
import threading
import time

q = queue.Queue(2)


def put():
    try:
        for item in range(4):
            q.put(item)
    except queue.ShutDown:
        print("put", item, "is refused")


def join():
    q.join()
    print("joined")


threads = [threading.Thread(target=put), threading.Thread(target=join)]
for thread in threads:
    thread.start()
time.sleep(0.1)
q.shutdown(immediate=True)
for thread in threads:
    thread.join()
print(q.qsize())
try:
    q.get()
except queue.ShutDown:
    print("nothing to get")
#: a queue of one's own
import queue


class SetQueue(queue.Queue):
    def _init(self, maxsize):
        self.queue = set()

    def _put(self, item):
        self.queue.add(item)

    def _get(self):
        return self.queue.pop()


q = SetQueue()
for item in (1, 1, 1):
    q.put(item)
print(q.qsize(), q.get())
#: a pipeline of stages
import queue
import threading
import time


def stage(source, sink, delay, change):
    while (item := source.get()) is not None:
        time.sleep(delay)
        sink.put(change(item))
    sink.put(None)


first, second, last = queue.Queue(), queue.Queue(), queue.Queue()
threading.Thread(target=stage, args=(first, second, 0.1, lambda n: n + 1)).start()
threading.Thread(target=stage, args=(second, last, 0.15, lambda n: n * 10)).start()
for n in range(4):
    first.put(n)
first.put(None)
while (item := last.get()) is not None:
    print(item)
