"""Queues between processes. An item is copied when it is put, and once more for the process that gets it."""

from _loops import _write_error
from _processes import _channel, _channel_len, _pack, _receive, _send, _unpack
from _synchronization import QUEUE_ITEM, QUEUE_JOIN
from _thread import _now
from _traceback import format_all
from multiprocessing.synchronize import Condition, Semaphore
from queue import Empty, Full


class Queue:
    __module__ = "multiprocessing.queues"
    _only_inherited = True

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._channel = _channel(QUEUE_ITEM)
        self._places = Semaphore(maxsize) if maxsize > 0 else None
        self._closed = False

    def _check_open(self):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")

    def put(self, obj, block=True, timeout=None):
        self._check_open()
        if self._places is not None and not self._places.acquire(block, timeout):
            raise Full
        try:
            parcel = _pack(obj)
        except Exception as error:
            # As in CPython, whose feeder thread reports it: the item is lost.
            _write_error(format_all(error))
            if self._places is not None:
                self._places.release()
            return
        _send(self._channel, parcel)

    def get(self, block=True, timeout=None):
        self._check_open()
        if not block:
            timeout = 0
        received = _receive(self._channel, None if timeout is None else _now() + max(timeout, 0))
        if not received:
            raise Empty
        if self._places is not None:
            self._places.release()
        return _unpack(received[0])

    def put_nowait(self, obj):
        return self.put(obj, False)

    def get_nowait(self):
        return self.get(False)

    def qsize(self):
        return _channel_len(self._channel)

    def empty(self):
        return not _channel_len(self._channel)

    def full(self):
        return self._places is not None and self._places.get_value() == 0

    def close(self):
        self._closed = True

    def join_thread(self):
        if not self._closed:
            raise AssertionError(f"Queue {self!r} not closed")

    def cancel_join_thread(self):
        pass


class JoinableQueue(Queue):
    __module__ = "multiprocessing.queues"

    def __init__(self, maxsize=0):
        super().__init__(maxsize)
        self._unfinished = Semaphore(0)
        self._all_done = Condition(_kind=QUEUE_JOIN)

    def put(self, obj, block=True, timeout=None):
        with self._all_done:
            self._unfinished.release()
        super().put(obj, block, timeout)

    def task_done(self):
        with self._all_done:
            if not self._unfinished.acquire(False):
                raise ValueError("task_done() called too many times")
            if self._unfinished.get_value() == 0:
                self._all_done.notify_all()

    def join(self):
        with self._all_done:
            while self._unfinished.get_value():
                self._all_done.wait()


class SimpleQueue:
    __module__ = "multiprocessing.queues"
    _only_inherited = True

    def __init__(self):
        self._channel = _channel(QUEUE_ITEM)

    def put(self, obj):
        _send(self._channel, _pack(obj))

    def get(self):
        return _unpack(_receive(self._channel, None)[0])

    def empty(self):
        return not _channel_len(self._channel)

    def close(self):
        pass
