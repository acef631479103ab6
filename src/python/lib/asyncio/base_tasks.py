"""Where a task stands: `Task.get_stack` and `Task.print_stack` (Lib/asyncio/base_tasks.py).

As everywhere, frames of library code are left out.
"""

import traceback

from _asyncio import _future_parts
from _traceback import generator_frame


def _task_get_stack(task, limit):
    frame = generator_frame(task.get_coro())
    if frame is None:
        return _failed_stack(task, limit)
    frames = []
    while frame is not None and (limit is None or len(frames) < limit):
        frames.append(frame)
        frame = frame.f_back
    return frames[::-1]


def _failed_stack(task, limit):
    """The frames that the task's exception went through, the outermost first."""
    error = _error(task)
    frames = [] if error is None else [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    return frames if limit is None else frames[:max(limit, 0)]


def _error(task):
    """The exception, if any, without the task taking note that somebody has seen it."""
    _, failed, value, _ = _future_parts(task)
    return value if failed else None


def _task_print_stack(task, limit, file):
    error = _error(task)
    frames = _task_get_stack(task, limit)
    what = "Traceback for" if error is not None else "Stack for"
    print(f"{what} {task!r} (most recent call last):" if frames else f"No stack for {task!r}", file=file)
    summary = traceback.StackSummary.extract((frame, frame.f_lineno) for frame in frames)
    traceback.print_list(summary, file=file)
    if error is not None:
        for line in traceback.format_exception_only(error):
            print(line, file=file, end="")
