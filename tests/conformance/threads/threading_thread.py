#: a thread runs beside the main thread
import threading
import time


def work(name, delay):
    for i in range(2):
        time.sleep(delay)
        print(name, i)


threads = [threading.Thread(target=work, args=(name, delay)) for name, delay in (("a", 0.1), ("b", 0.15))]
for thread in threads:
    thread.start()
print("started")
for thread in threads:
    thread.join()
print("joined")
#: names are counted and carry the target's
import threading


def work():
    print(threading.current_thread().name)


threads = [threading.Thread(target=work), threading.Thread(target=work, name="mine"), threading.Thread(), threading.Thread(target=work)]
for thread in threads:
    print(thread.name, thread.daemon, thread.ident, thread.is_alive())
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
threads[0].name = "renamed"
print(threads[0].name, threads[0].is_alive())
#: kwargs, and a target that is not given
import threading


def work(a, b, *, c):
    print(a, b, c)


threading.Thread(target=work, args=[1], kwargs={"b": 2, "c": 3}).start()
thread = threading.Thread()
thread.start()
thread.join()
print("nothing to do")
try:
    threading.Thread("group")
except AssertionError as error:
    print(error)
#: a subclass overrides run
import threading
import time


class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"worker-{n}")
        self.n = n
        self.result = None

    def run(self):
        time.sleep(self.n / 10)
        self.result = self.n**2
        print(self.name, "done")


workers = [Worker(n) for n in (3, 1, 2)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print([worker.result for worker in workers])
#: a thread is started once and joined after its start
import threading

thread = threading.Thread(target=print, args=("runs",))
try:
    thread.join()
except RuntimeError as error:
    print(error)
thread.start()
thread.join()
try:
    thread.start()
except RuntimeError as error:
    print(error)
try:
    threading.current_thread().join()
except RuntimeError as error:
    print(error)
try:
    thread.daemon = True
    print("daemon after the end:", thread.daemon)
except RuntimeError as error:
    print(error)
#: a subclass that forgets its base
import threading


class Forgetful(threading.Thread):
    def __init__(self):
        pass


try:
    Forgetful().start()
except RuntimeError as error:
    print(error)
try:
    Forgetful().join()
except RuntimeError as error:
    print(error)
try:
    print(Forgetful().name)
except AssertionError as error:
    print(error)
#: join with a timeout gives up
import threading
import time

thread = threading.Thread(target=time.sleep, args=(1,))
thread.start()
print(thread.join(0.3), thread.is_alive())
print(thread.join(timeout=0), thread.is_alive())
thread.join(5)
print(thread.is_alive())
#: who runs, and who is there
import threading
import time

seen = []


def work():
    seen.append(threading.current_thread() is thread)
    seen.append(threading.get_ident() == thread.ident)
    seen.append(threading.main_thread().name)
    time.sleep(0.1)


print(threading.current_thread() is threading.main_thread(), threading.main_thread().name)
thread = threading.Thread(target=work, name="one")
print(threading.active_count(), [t.name for t in threading.enumerate()])
thread.start()
print(threading.active_count(), [t.name for t in threading.enumerate()])
thread.join()
print(threading.active_count(), seen)
print(threading.main_thread().ident == threading.get_ident(), thread.ident != threading.get_ident())
#: representation of a thread
import threading
import time


def show(thread):
    print(repr(thread).replace(str(thread.ident), "N"))


thread = threading.Thread(target=time.sleep, args=(0.1,), name="T", daemon=True)
show(thread)
thread.start()
show(thread)
thread.join()
show(thread)
show(threading.current_thread())
show(threading.Timer(1, print))
#: a daemon is left behind at the end
import threading
import time


def forever():
    while True:
        time.sleep(0.4)
        print("still there")


thread = threading.Thread(target=forever, daemon=True)
thread.start()
time.sleep(1)
print("the program ends", thread.daemon)
#: a thread that is no daemon is waited for
import threading
import time


def late():
    time.sleep(0.5)
    print("late")
    threading.Thread(target=later).start()


def later():
    print("child of a thread is", threading.current_thread().daemon)
    time.sleep(0.5)
    print("later")


threading.Thread(target=late).start()
print("main is done")
#: daemons hand it on
import threading


def outer():
    inner = threading.Thread(target=print, args=("inner",))
    print(inner.daemon, threading.Thread(daemon=False).daemon)


thread = threading.Thread(target=outer, daemon=True)
thread.start()
thread.join()
try:
    threading.current_thread().daemon = True
except RuntimeError as error:
    print(error)
#: an exception in a thread does not end the program
import threading


class CustomError(Exception):
    pass


def bad(n):
    raise CustomError(f"bad {n}")


thread = threading.Thread(target=bad, args=(1,))
thread.start()
thread.join()
print("main goes on", thread.is_alive())


class Run(threading.Thread):
    def run(self):
        bad(2)


Run(name="mine").start()
#: exceptions with a cause
import threading


def fails():
    try:
        {}["key"]
    except KeyError as error:
        raise RuntimeError("lookup failed") from error


thread = threading.Thread(target=fails)
thread.start()
thread.join()
print("joined")
#: SystemExit in a thread ends the thread alone
import sys
import threading


def leave():
    print("leaving")
    sys.exit(3)


thread = threading.Thread(target=leave)
thread.start()
thread.join()
print("main goes on")
#: an excepthook of one's own
import threading


def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


def bad():
    return [][1]


threading.excepthook = hook
thread = threading.Thread(target=bad)
thread.start()
thread.join()
threading.excepthook = threading.__excepthook__
#: a timer
import threading
import time


def call(text, *, mark):
    print(text, mark, threading.current_thread().name)


timer = threading.Timer(0.5, call, args=["called"], kwargs={"mark": "!"})
other = threading.Timer(0.7, call, args=["never"], kwargs={"mark": "?"})
timer.start()
other.start()
print(timer.interval, timer.is_alive())
time.sleep(0.6)
other.cancel()
other.join()
print("end", timer.is_alive())
#: values of each thread
import threading
import time

data = threading.local()
data.x = "main"


def work(n):
    print(n, hasattr(data, "x"))
    data.x = n
    time.sleep(0.1 * n)
    print(n, data.x, data.__dict__)


threads = [threading.Thread(target=work, args=(n,)) for n in (1, 2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(data.x)
del data.x
try:
    data.x
except AttributeError as error:
    print(error)
#: a subclass of local initializes itself in each thread
import threading


class Counter(threading.local):
    kind = "counter"

    def __init__(self, start):
        print("init in", threading.current_thread().name)
        self.value = start

    def add(self):
        self.value += 1
        return self.value


counter = Counter(10)
print(counter.add(), counter.add(), counter.kind)


def work():
    print(counter.add(), counter.value)


thread = threading.Thread(target=work, name="T")
thread.start()
thread.join()
print(counter.value)
try:
    threading.local(1)
except TypeError as error:
    print(error)
#: the functions below threading
import _thread
import threading
import time

done = _thread.allocate_lock()
done.acquire()


def work(a, b=0):
    print(a + b)
    done.release()


ident = _thread.start_new_thread(work, (1,), {"b": 2})
with done:
    print(isinstance(ident, int), _thread.get_ident() == threading.get_ident())
print(threading.TIMEOUT_MAX == _thread.TIMEOUT_MAX, _thread.error is RuntimeError, threading.ThreadError is RuntimeError)
