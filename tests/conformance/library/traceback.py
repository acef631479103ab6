#: format_exc
import traceback

try:
    1 / 0
except ZeroDivisionError:
    text = traceback.format_exc()
print(text)
#: print_exc goes to stderr
import traceback


def f(x):
    return [1, 2][x]


try:
    f(5)
except IndexError:
    traceback.print_exc()
print("after")
#: print_exception and chains
import sys
import traceback

try:
    try:
        int("x")
    except ValueError as error:
        raise RuntimeError("wrapped") from error
except RuntimeError as error:
    traceback.print_exception(error, file=sys.stdout)
    traceback.print_exception(error, chain=False, file=sys.stdout)
    traceback.print_exception(type(error), error, error.__traceback__, limit=1, file=sys.stdout)
#: format_exception gives lines
import traceback


class AppError(Exception):
    def __str__(self):
        return "own text"


try:
    raise AppError(1)
except AppError as error:
    error.add_note("a note")
    for line in traceback.format_exception(error):
        print(repr(line))
    print(traceback.format_exception_only(error))
    print(traceback.format_exception_only(ValueError, ValueError("x")))
#: extract_tb and format_tb
import traceback


def inner():
    raise KeyError("k")


def outer():
    inner()


try:
    outer()
except KeyError as error:
    summary = traceback.extract_tb(error.__traceback__)
    for frame in summary:
        print(frame.filename, frame.lineno, frame.name, frame.line, tuple(frame))
    print(len(summary), summary[-1])
    print(traceback.format_tb(error.__traceback__))
    print(traceback.format_tb(error.__traceback__, limit=-1))
    print(traceback.format_list([("a.py", 3, "f", "x = 1")]))
    traceback.print_tb(error.__traceback__)
#: print_stack
import sys
import traceback


def f():
    traceback.print_stack(file=sys.stdout)
    print([frame.name for frame in traceback.extract_stack()])
    print(traceback.format_stack()[-1])


f()
#: TracebackException
import traceback

try:
    {}["a"]
except KeyError as error:
    te = traceback.TracebackException.from_exception(error)
    print(te, te.exc_type_str, te.stack[0].lineno)
    print("".join(te.format()))
    print(list(te.format_exception_only()))
#: nothing is handled
import traceback

print(traceback.format_exc())
traceback.print_exc()
#: tb attributes
def f():
    raise ValueError("x")


try:
    f()
except ValueError as error:
    tb = error.__traceback__
    print(tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next)
    print(tb.tb_frame.f_code.co_name, tb.tb_next.tb_frame.f_code.co_name)
    print(error.with_traceback(None).__traceback__)
#: with_traceback keeps the way
import traceback


def f():
    raise ValueError("x")


try:
    f()
except ValueError as error:
    other = RuntimeError("y").with_traceback(error.__traceback__)
print("".join(traceback.format_exception(other)))
#: group
import traceback

try:
    raise ExceptionGroup("g", [ValueError(1), TypeError("t")])
except ExceptionGroup:
    print(traceback.format_exc())
#: sys.exc_info and sys.exception
import sys

print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError:
    kind, error, tb = sys.exc_info()
    print(kind, error, tb.tb_lineno, sys.exception() is error)
