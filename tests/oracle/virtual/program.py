"""Runs one program as `python3 FILE` would and records its lines with their virtual times."""

import io
import json
import os
import random
import re
import sys
import threading
import traceback
import types
import warnings

from . import loop, processes
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


def mask(line):
    """Replaces what differs from machine to machine."""
    line = line.replace("/lib/python314.zip/", "/usr/lib/python3.14/")
    return re.sub(r"\bat 0x[0-9a-f]+", "at 0x...", line)


out, err = Recorder(), Recorder()
report = {"error": None}
module = types.ModuleType("__main__")
# The interpreter keeps the exception that ended the program, with all its frames, until it exits.
last_exception = []


def run(path):
    """Runs the program to its end; its module and what it refers to stay alive. Called on the main thread's own stack."""
    sys.stdout, sys.stderr = out, err
    sys.argv = [path]
    sys.modules["__main__"] = module
    sys.setrecursionlimit(1000)
    os.cpu_count = os.process_cpu_count = lambda: 4  # so that the default thread pool has eight workers
    random.seed(0)
    loop.install()
    try:
        with open(path, encoding="utf-8") as file:
            code = compile(file.read(), path, "exec")
        processes.install(code)
        module.__file__ = path
        exec(code, module.__dict__)
    except SystemExit:
        pass
    except BaseException as error:
        report["error"] = mask(_last_line(error))
        last_exception.append(error)
    threading._shutdown()
    report["end"] = _now()


def _last_line(error):
    """`Type: message`, as the traceback ends if the exception carries no notes."""
    printed = traceback.TracebackException(type(error), error, None)
    printed.__notes__ = None
    return "".join(printed.format_exception_only()).strip().splitlines()[-1]


def _warn_at_exit(message):
    """At exit the C code prints warnings: in short, once for each text."""
    line = f"<sys>:0: {message.category.__name__}: {message.message}\n"
    if line not in _warned_at_exit:
        _warned_at_exit.add(line)
        err.write(line)


_warned_at_exit = set()


def begin_exit():
    warnings._showwarnmsg = _warn_at_exit


def result():
    out.finish()
    err.finish()
    report["out"], report["err"] = out.lines, err.lines
    order = ("out", "err", "end", "error")
    return json.dumps({key: report[key] for key in order}, ensure_ascii=False)
