"""Queues between tasks."""

import heapq

import _asyncio
from _asyncio import _wake_next
from _prelude import _generic_alias
from asyncio import locks, mixins


class QueueEmpty(Exception):
    """get_nowait of an empty queue."""


class QueueFull(Exception):
    """put_nowait into a full queue."""


class QueueShutDown(Exception):
    """put or get after shutdown."""


def _is_empty(queue):
    return not queue._queue


def _is_full(queue):
    return queue._maxsize > 0 and len(queue._queue) >= queue._maxsize


class Queue(mixins._LoopBoundMixin):
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = []
        self._putters = []
        self._unfinished_tasks = 0
        self._finished = locks.Event()
        self._finished.set()
        self._init(maxsize)
        self._is_shutdown = False

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item)

    # How items are kept: the other queues override these.

    def _init(self, maxsize):
        self._queue = []

    def _get(self):
        return self._queue.pop(0)

    def _put(self, item):
        self._queue.append(item)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._format()}>"

    def _format(self):
        result = f"maxsize={self._maxsize!r}"
        if self._queue:
            result += f" _queue={list(self._queue)!r}"
        if self._getters:
            result += f" _getters[{len(self._getters)}]"
        if self._putters:
            result += f" _putters[{len(self._putters)}]"
        if self._unfinished_tasks:
            result += f" tasks={self._unfinished_tasks}"
        if self._is_shutdown:
            result += " shutdown"
        return result

    def qsize(self):
        return len(self._queue)

    @property
    def maxsize(self):
        return self._maxsize

    # Asked with every put and get; of items that are no list `_is_empty` and `_is_full` are asked.
    empty = _asyncio.empty
    full = _asyncio.full

    async def put(self, item):  # line 125
        while self.full():
            if self._is_shutdown:
                raise QueueShutDown
            putter = self._new_waiter()
            self._putters.append(putter)
            try:
                await putter  # line 139
            except:
                # In case it is not done yet.
                putter.cancel()
                if putter in self._putters:
                    self._putters.remove(putter)
                if not self.full() and not putter.cancelled():
                    # It was woken, but does not come: the next one may.
                    _wake_next(self._putters)
                raise
        return self.put_nowait(item)

    def put_nowait(self, item):
        if self._is_shutdown:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        if self._unfinished_tasks == 0:
            self._finished.clear()
        self._unfinished_tasks += 1
        if self._getters:
            _wake_next(self._getters)

    async def get(self):  # line 172
        while self.empty():
            if self._is_shutdown and self.empty():
                raise QueueShutDown
            getter = self._new_waiter()
            self._getters.append(getter)
            try:
                await getter  # line 186
            except:
                getter.cancel()
                if getter in self._getters:
                    self._getters.remove(getter)
                if not self.empty() and not getter.cancelled():
                    _wake_next(self._getters)
                raise
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            if self._is_shutdown:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        if self._putters:
            _wake_next(self._putters)
        return item

    def task_done(self):
        if self._unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finished.set()

    async def join(self):  # line 239
        if self._unfinished_tasks > 0:
            await self._finished.wait()  # line 248

    def shutdown(self, immediate=False):
        self._is_shutdown = True
        if immediate:
            while not self.empty():
                self._get()
                if self._unfinished_tasks > 0:
                    self._unfinished_tasks -= 1
            if self._unfinished_tasks == 0:
                self._finished.set()
        while self._getters:
            _wake_next(self._getters)
        while self._putters:
            _wake_next(self._putters)


class PriorityQueue(Queue):
    """Gives the smallest item first."""

    def _put(self, item):
        heapq.heappush(self._queue, item)

    def _get(self):
        return heapq.heappop(self._queue)


class LifoQueue(Queue):
    """Gives the newest item first."""

    def _get(self):
        return self._queue.pop()
