"""Tracebacks without the frames of the library and of the oracle itself: both sides print the program's own.

asyncio's debug mode still sees all frames: the place where a task was created is a line of the library (`created at ...`).
"""

import sys
import traceback
import types

_NOT_THE_PROGRAM = ("/lib/python314.zip/", "/virtual/", "<frozen ")
_extract = traceback.StackSummary._extract_from_extended_frame_gen.__func__
_extract_stack = traceback.extract_stack
_format = traceback.StackSummary.format


def _is_own(name):
    return not name.startswith(_NOT_THE_PROGRAM)


def _extract_own(cls, frames, **options):
    # `extract_stack` of asyncio, which kept the original one, calls `extract`.
    if sys._getframe(2).f_code.co_name != "extract_stack":
        frames = ((frame, place) for frame, place in frames if _is_own(frame.f_code.co_filename))
    return _extract(cls, frames, **options)


def _extract_own_stack(f=None, limit=None):
    every = _extract_stack(sys._getframe().f_back if f is None else f)
    own = [frame for frame in every if _is_own(frame.filename)]
    return traceback.StackSummary.from_list(own if limit is None else own[-limit:])


def _format_own(self, **options):
    return _format(traceback.StackSummary(frame for frame in self if _is_own(frame.filename)), **options)


def _own_part(trace):
    """A traceback without the entries that are not the program's."""
    if trace is None:
        return None
    rest = _own_part(trace.tb_next)
    if not _is_own(trace.tb_frame.f_code.co_filename):
        return rest
    return types.TracebackType(rest, trace.tb_frame, trace.tb_lasti, trace.tb_lineno)


def _unraisable(args):
    trace = _own_part(args.exc_traceback)
    sys.__unraisablehook__(type(args)((args.exc_type, args.exc_value, trace, args.err_msg, args.object)))


def install():
    sys.unraisablehook = _unraisable
    traceback.StackSummary._extract_from_extended_frame_gen = classmethod(_extract_own)
    traceback.StackSummary.format = _format_own
    traceback.extract_stack = _extract_own_stack
