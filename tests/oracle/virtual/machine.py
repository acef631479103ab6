"""Threads with clocks of their own, one of which runs at a time: always the one whose clock is furthest behind.

So everything happens in the order of virtual time, whichever thread does it. Threads of a process share a GIL, which is given up by sleeping and
waiting only: one that could go on earlier does so when the GIL is free. A thread that has to wait for another parks its whole
C stack in a JavaScript promise (`run_sync`, which needs WebAssembly stack switching), so any Python code can stop anywhere.
"""

import asyncio
import functools
import math
from asyncio import events

import js
from pyodide.ffi import create_proxy, run_sync

NANOS = 1_000_000_000
#: What a turn of a loop, a timer that is set and a look at the clock cost, in nanoseconds.
TICK = 1_000
#: How long a thread may go on looking at the clock while others of its process could run: the GIL's switch interval.
SWITCH_INTERVAL = 5_000_000


class Deadlock(Exception):
    """Every thread waits, and nothing is left that could wake one."""


class Thread:
    """A simulated OS thread."""

    def __init__(self, ident, order, now, process, body):
        self.ident = ident
        self.order = order  # of threads that can run at the same time, the one with the smallest does
        self.process = process  # whatever tells processes apart
        self.now = now  # nanoseconds since the program started
        self.body = body  # called when the thread first runs; None once it has
        self.blocked = False
        self.deadline = None  # nanoseconds; when a blocked thread gives up waiting
        self.woken = False
        self.resume = None  # resolves the promise in which the thread is parked
        self.loop = None  # asyncio keeps these two per OS thread, and there is only one
        self.task = None

    def due(self):
        """The virtual time at which the thread can next run, or None."""
        return self.deadline if self.blocked else self.now


class Machine:
    """All threads of the program, its worker processes' included."""

    def __init__(self):
        self.reset()

    def reset(self):
        """Back to time 0 and one thread, which is the one that calls."""
        self.threads = []
        self._ident = 0
        self._order = 0
        self._released = {}  # when the GIL of a process was last given up
        self.current = None
        self.current = self._new_thread(0, None)
        self.main = self.current
        self.deadlocked = False

    def _new_thread(self, now, body, process=None):
        self._ident += 1
        thread = Thread(self._ident, self._next_order(), now, process, body)
        self.threads.append(thread)
        return thread

    def _next_order(self):
        self._order += 1
        return self._order

    def spawn(self, body, process=None):
        """Makes a thread that starts now. It first runs when the current one waits or sleeps."""
        return self._new_thread(self.current.now, body, process or self.current.process)

    def seconds(self):
        return self.current.now / NANOS

    def tick(self):
        """Lets time pass for the current thread, which keeps the GIL for as long as CPython's does."""
        self.current.now += TICK
        if any(self._is_due(thread) for thread in self.threads):
            self.advance(0)

    def _is_due(self, thread):
        """Must the current thread make room for another one?"""
        due = thread.due()
        patience = SWITCH_INTERVAL if thread.process is self.current.process else 0
        return due is not None and thread is not self.current and due + patience < self.current.now

    def advance(self, nanos):
        """Lets time pass for the current thread, and for any other that is behind it."""
        self._release_gil()
        self.current.now += nanos
        self.current.order = self._next_order()
        self._switch()

    def wait(self, timeout=None):
        """Blocks the current thread until `wake` or for `timeout` seconds. Tells whether it was woken."""
        self._release_gil()
        thread = self.current
        thread.order = self._next_order()
        thread.blocked, thread.woken = True, False
        thread.deadline = None if timeout is None else thread.now + max(0, math.ceil(timeout * NANOS))
        self._switch()
        return thread.woken

    def wake(self, thread):
        thread.blocked, thread.woken = False, True
        thread.order = self._next_order()
        thread.now = max(thread.now, self.current.now)

    def _release_gil(self):
        """A thread that sleeps or waits lets the others of its process go on."""
        self._released[self.current.process] = self.current.now

    def _take_gil(self, thread):
        """A thread goes on once it can and nobody else of its process does."""
        thread.now = max(thread.due(), self._released.get(thread.process, 0))
        thread.blocked = False

    def _next_thread(self):
        """The thread that is furthest behind; of several, the one that has waited longest."""
        ready = [thread for thread in self.threads if thread.due() is not None]
        return min(ready, key=lambda thread: (thread.due(), thread.order), default=None)

    def _switch(self):
        here, there = self.current, self._next_thread()
        if there is None:
            self.deadlocked = True
            self.wake(self.main)
            there = self.main
        if there is here:
            self._take_gil(here)
        else:
            here.loop, here.task = _leave_asyncio()
            promise, here.resume = _promise()
            self._transfer(there)
            _park(promise)
            _enter_asyncio(here.loop, here.task)
        if self.deadlocked and here is self.main:
            self.deadlocked = False
            raise Deadlock("every thread is waiting")

    def _transfer(self, thread):
        self.current = thread
        self._take_gil(thread)
        if thread.body is None:
            thread.resume()
            return
        body, thread.body = thread.body, None

        def run():
            events._set_event_loop_policy(_programs_policy)
            asyncio._set_running_loop(None)  # Pyodide has set its own
            try:
                body()
            finally:
                self._finish(thread)

        js.oracleStart(create_proxy(run))

    def _finish(self, thread):
        self._release_gil()
        self.threads.remove(thread)
        self._transfer(self._next_thread() or self._deadlock())

    def _deadlock(self):
        self.deadlocked = True
        self.wake(self.main)
        return self.main


def _promise():
    parts = js.oraclePromise()
    return parts.promise, parts.resolve


_pyodides_policy = _programs_policy = events._event_loop_policy

# `run_sync` makes a task to wait in. A name of its own keeps it out of the count of those that have none.
_pyodides_loop = events.get_event_loop()
_pyodides_loop.create_task = functools.partial(_pyodides_loop.create_task, name="parked")


def _park(promise):
    """Waits for the promise; other threads run meanwhile. `run_sync` needs Pyodide's own loop to be the current one."""
    global _programs_policy
    _programs_policy = events._event_loop_policy
    events._set_event_loop_policy(_pyodides_policy)
    run_sync(promise)
    events._set_event_loop_policy(_programs_policy)


def _leave_asyncio():
    loop = asyncio._get_running_loop()
    task = asyncio.tasks._swap_current_task(loop, None) if loop is not None else None
    asyncio._set_running_loop(None)
    return loop, task


def _enter_asyncio(loop, task):
    asyncio._set_running_loop(loop)
    if loop is not None:
        asyncio.tasks._swap_current_task(loop, task)


machine = Machine()
