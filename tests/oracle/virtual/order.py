"""Where asyncio goes through a set of tasks or generators, CPython's order is that of addresses. Here it is that in which they were made.

It shows where a task group cancels its tasks, and where `asyncio.run` cancels what is left and closes generators.
"""

import asyncio
import itertools
import weakref
from asyncio import taskgroups

_counter = itertools.count()
_numbers = weakref.WeakKeyDictionary()  # of tasks


class InOrder:
    """As much of a set as asyncio uses, in the order of insertion."""

    def __init__(self, kind=dict):
        self._items = kind()

    def add(self, item):
        self._items[item] = None

    def discard(self, item):
        self._items.pop(item, None)

    def clear(self):
        self._items.clear()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)


class _Tasks:
    """`asyncio.tasks` as `asyncio.runners` sees it."""

    def __getattr__(self, name):
        return getattr(asyncio.tasks, name)

    def all_tasks(self, loop=None):
        return sorted(asyncio.tasks.all_tasks(loop), key=lambda task: _numbers.get(task, 0))


def numbered(create_task):
    """Makes a loop's `create_task` count what it creates."""

    def method(self, *args, **kwargs):
        number = next(_counter)
        task = create_task(self, *args, **kwargs)
        _numbers[task] = number
        if task._source_traceback:  # debug mode: this function does not belong there
            del task._source_traceback[-1]
        return task

    return method


def in_order_of_creation(loop):
    loop._asyncgens = InOrder(weakref.WeakKeyDictionary)


def install():
    taskgroups.set = InOrder
    asyncio.runners.tasks = _Tasks()
