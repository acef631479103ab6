"""Tracebacks without the frames of the library and of the oracle itself: both sides print the program's own."""

import traceback

_NOT_THE_PROGRAM = ("/lib/python314.zip/", "/virtual/", "<frozen ")
_extract = traceback.StackSummary._extract_from_extended_frame_gen.__func__


def _extract_own(cls, frames, **options):
    own = ((frame, place) for frame, place in frames if not frame.f_code.co_filename.startswith(_NOT_THE_PROGRAM))
    return _extract(cls, own, **options)


def install():
    traceback.StackSummary._extract_from_extended_frame_gen = classmethod(_extract_own)
