"""Queues between threads. A queue has one lock and three conditions on it: there is an item, there is room, all items are done."""

from _synchronization import QUEUE_ITEM, QUEUE_JOIN, QUEUE_PLACE, Condition
from _thread import allocate_lock
from collections import deque
from heapq import heappop, heappush
from time import monotonic

__all__ = ["Empty", "Full", "ShutDown", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Empty(Exception):
    __module__ = "_queue"


class Full(Exception):
    pass


class ShutDown(Exception):
    pass


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = allocate_lock()
        self.not_empty = Condition(self.mutex, _kind=QUEUE_ITEM)
        self.not_full = Condition(self.mutex, _kind=QUEUE_PLACE)
        self.all_tasks_done = Condition(self.mutex, _kind=QUEUE_JOIN)
        self.unfinished_tasks = 0
        self.is_shutdown = False

    # What a kind of queue overrides

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    # State

    def qsize(self):
        with self.mutex:
            return self._qsize()

    def empty(self):
        with self.mutex:
            return not self._qsize()

    def full(self):
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    # Putting and getting

    def put(self, item, block=True, timeout=None):
        with self.not_full:
            self._check_open()
            if self.maxsize > 0:
                self._wait_for_place(block, timeout)
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def _check_open(self):
        if self.is_shutdown:
            raise ShutDown

    def _wait_for_place(self, block, timeout):
        def is_full():
            return self._qsize() >= self.maxsize

        if not block:
            if is_full():
                raise Full
            return
        left = _time_left(timeout)
        while is_full():
            if not _wait(self.not_full, left):
                raise Full
            self._check_open()

    def get(self, block=True, timeout=None):
        with self.not_empty:
            if self.is_shutdown and not self._qsize():
                raise ShutDown
            self._wait_for_item(block, timeout)
            item = self._get()
            self.not_full.notify()
            return item

    def _wait_for_item(self, block, timeout):
        if not block:
            if not self._qsize():
                raise Empty
            return
        left = _time_left(timeout)
        while not self._qsize():
            if not _wait(self.not_empty, left):
                raise Empty
            if self.is_shutdown and not self._qsize():
                raise ShutDown

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    # Tasks

    def task_done(self):
        with self.all_tasks_done:
            unfinished = self.unfinished_tasks - 1
            if unfinished <= 0:
                if unfinished < 0:
                    raise ValueError("task_done() called too many times")
                self.all_tasks_done.notify_all()
            self.unfinished_tasks = unfinished

    def join(self):
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def shutdown(self, immediate=False):
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                while self._qsize():
                    self._get()
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1
                self.all_tasks_done.notify_all()
            self.not_empty.notify_all()
            self.not_full.notify_all()


def _time_left(timeout):
    """A function that gives how long a wait with that timeout may still take; `None` is for ever."""
    if timeout is None:
        return lambda: None
    if timeout < 0:
        raise ValueError("'timeout' must be a non-negative number")
    deadline = monotonic() + timeout
    return lambda: deadline - monotonic()


def _wait(condition, left):
    """Waits once. Gives whether there was time left."""
    seconds = left()
    if seconds is not None and seconds <= 0:
        return False
    condition.wait(seconds)
    return True


class PriorityQueue(Queue):
    """Gives the smallest item first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    """Gives the latest item first."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    """A queue without bounds and without tasks."""

    __module__ = "_queue"

    def __init__(self):
        self._queue = deque()
        self._not_empty = Condition(allocate_lock(), _kind=QUEUE_ITEM)

    def put(self, item, block=True, timeout=None):
        with self._not_empty:
            self._queue.append(item)
            self._not_empty.notify()

    def get(self, block=True, timeout=None):
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        with self._not_empty:
            if block:
                self._not_empty.wait_for(lambda: self._queue, timeout)
            if not self._queue:
                raise Empty
            return self._queue.popleft()

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def empty(self):
        return not self._queue

    def qsize(self):
        return len(self._queue)
