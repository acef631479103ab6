"""Runs one program as `python3 FILE` would and records its lines with their virtual times."""

import atexit
import gc
import io
import itertools
import json
import os
import random
import re
import sys
import threading
import traceback
import types
import warnings
from asyncio import events

from . import loop, processes, tracebacks
from .machine import NANOS, machine


class Recorder(io.TextIOBase):
    """A text stream that notes when each line was completed."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self):
        self.lines = []
        self._rest = ""

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        *lines, self._rest = (self._rest + text).split("\n")
        self.lines.extend([_now(), mask(line)] for line in lines)
        return len(text)

    def finish(self):
        if self._rest:
            self.write("\n")


def _now():
    return round(machine.seconds(), 6)


#: How many tasks without a name of their own were made before the program began.
tasks_before = 0


def mask(line):
    """Replaces what differs from machine to machine."""
    if tasks_before:
        line = re.sub(r"\bTask-(\d+)", lambda match: f"Task-{int(match[1]) - tasks_before}", line)
    line = line.replace("/lib/python314.zip/", "/usr/lib/python3.14/")
    return re.sub(r"\bat 0x[0-9a-f]+", "at 0x...", line)


class Program:
    """One program: `run`, `begin_exit`, a collection, `begin_end`, another collection with `last_exception` and `module` let go of
    before, `result`. Whoever calls them does these things without a Python frame: at exit there is none."""

    def __init__(self, path):
        self.path = path
        self.out, self.err = Recorder(), Recorder()
        self.error = None
        self.traceback = None
        self.end = None
        self.module = types.ModuleType("__main__")
        # The interpreter keeps the exception that ended the program, with all its frames, until it exits.
        self.last_exception = None
        self._warned_at_exit = set()
        self._has_modules = True

    def run(self):
        """Runs the program to its end; its module and what it refers to stay alive. Called on the main thread's own stack."""
        self._prepare()
        try:
            with open(self.path, encoding="utf-8") as file:
                source = file.read()
            if "asyncio" in source:
                # Its import makes so many objects that the interpreter collects: then the module comes before what it holds.
                gc.collect()
            code = compile(source, self.path, "exec")
            processes.install(code)
            self.module.__file__ = self.path
            exec(code, self.module.__dict__)
        except SystemExit:
            pass
        except BaseException as error:
            self.error = mask(_last_line(error))
            text = "".join(traceback.format_exception(error))
            self.traceback = [mask(line) for line in text.removesuffix("\n").split("\n")]
            self.last_exception = error
        threading._shutdown()
        atexit._run_exitfuncs()
        self.end = _now()

    def _prepare(self):
        sys.stdout, sys.stderr = self.out, self.err
        sys.argv = [self.path]
        sys.modules["__main__"] = self.module
        sys.setrecursionlimit(1001)  # one frame is the oracle's
        os.cpu_count = os.process_cpu_count = lambda: 4  # so that the default thread pool has eight workers
        gc.disable()  # what it finds when depends on what ran before
        random.seed(0)
        threading._counter = itertools.count(1).__next__  # the interpreter itself has made objects of threads by now
        atexit._clear()  # what the oracle's own modules registered
        loop.install()
        tracebacks.install()

    def begin_exit(self):
        events._set_running_loop(None)  # the host's own
        warnings._showwarnmsg = self._warn_at_exit

    def _warn_at_exit(self, message):
        """With no frame, the place is `sys`; each text comes once. Once the modules are gone the C code prints warnings, in short."""
        line = f"<sys>:0: {message.category.__name__}: {message.message}\n"
        if line in self._warned_at_exit:
            return
        self._warned_at_exit.add(line)
        self.err.write(line)
        if message.source is not None and self._has_modules:
            self.err.write(f"{message.category.__name__}: Enable tracemalloc to get the object allocation traceback\n")

    def begin_end(self):
        """The modules go (`finalize_modules`, Python/pylifecycle.c)."""
        sys.modules.pop("__main__", None)
        self._has_modules = False

    def result(self):
        self.out.finish()
        self.err.finish()
        record = {"out": self.out.lines, "err": self.err.lines, "end": self.end, "error": self.error}
        if self.traceback is not None:
            record["traceback"] = self.traceback
        return json.dumps(record, ensure_ascii=False)


def _last_line(error):
    """`Type: message`, as the traceback ends if the exception carries no notes."""
    printed = traceback.TracebackException(type(error), error, None)
    printed.__notes__ = None
    return "".join(printed.format_exception_only()).strip().splitlines()[-1]
