"""How futures and tasks show (Lib/asyncio/base_futures.py and base_tasks.py)."""

import reprlib

from _asyncio import _coroutine_text, _future_parts, _task_parts
from asyncio import format_helpers


@reprlib.recursive_repr()
def _future_repr(future):
    state, failed, value, callbacks = _future_parts(future)
    info = [state.lower()]
    task = _task_parts(future)
    if task is not None:
        info.extend(_task_info(future, *task))
    if state == "FINISHED":
        info.append(f"exception={value!r}" if failed else f"result={reprlib.repr(value)}")
    if callbacks:
        info.append(f"cb=[{_format_callbacks(callbacks)}]")
    created = future._source_traceback
    if created:
        info.append(f"created at {created[-1][0]}:{created[-1][1]}")
    if task is not None and future.cancelling() and state == "PENDING":
        info[0] = "cancelling"
    return f"<{future.__class__.__name__} {' '.join(info)}>"


def _task_info(task, coroutine, waiter):
    yield f"name={task.get_name()!r}"
    text = _coroutine_text(coroutine)
    if text is not None:
        yield f"coro=<{text}>"
    if waiter is not None:
        yield f"wait_for={waiter!r}"


def _format_callbacks(callbacks):
    if len(callbacks) <= 2:
        return ", ".join(map(_format_callback, callbacks))
    first, last = _format_callback(callbacks[0]), _format_callback(callbacks[-1])
    return f"{first}, <{len(callbacks) - 2} more>, {last}"


def _format_callback(callback):
    # A task that waits is a callback only the machine knows.
    return callback if isinstance(callback, str) else format_helpers._format_callback_source(callback, ())
