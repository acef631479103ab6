"""Makes an interpreter that has run a program as good as new, so that one can run thousands: `reset` before each of them."""

import asyncio
import concurrent.futures
import importlib
import itertools
import linecache
import logging
import sys
import threading
import warnings

from . import loop, program
from .machine import machine

_filters = list(warnings.filters)
_show = warnings._showwarnmsg
_showwarning = warnings.showwarning


def reset():
    machine.reset()
    _reset_warnings()
    _reset_logging()
    _reset_threads()
    linecache.clearcache()
    loop.install()
    program.tasks_before = _count_tasks()
    machine.reset()


def _reset_warnings():
    warnings._showwarnmsg = _show
    warnings.showwarning = _showwarning
    warnings.onceregistry.clear()
    warnings.filters[:] = _filters
    for module in list(sys.modules.values()):
        getattr(module, "__dict__", {}).pop("__warningregistry__", None)


def _reset_logging():
    logging.root.handlers.clear()
    logging.root.setLevel(logging.WARNING)
    logging.disable(logging.NOTSET)
    for logger in logging.root.manager.loggerDict.values():
        if isinstance(logger, logging.Logger):
            logger.handlers.clear()
            logger.setLevel(logging.NOTSET)
            logger.propagate, logger.disabled = True, False


def _reset_threads():
    """Undoes `threading._shutdown`; numbers threads and pools from the start."""
    for name in ("threading", "concurrent.futures.thread"):
        if name in sys.modules:
            importlib.reload(sys.modules[name])
    vars(concurrent.futures).pop("ThreadPoolExecutor", None)  # it is taken from the module above when it is next asked for


def _count_tasks():
    """The number in the name of the next task, which counts up in C, less one."""

    async def name():
        return asyncio.current_task().get_name()

    names = asyncio.new_event_loop()
    try:
        return int(names.run_until_complete(name()).removeprefix("Task-"))
    finally:
        names.close()
