"""Blocking functions in threads."""

import contextvars
import functools

from asyncio import events


async def to_thread(func, /, *args, **kwargs):  # line 12
    """Runs `func` in the loop's default executor and gives its result."""
    loop = events.get_running_loop()
    call = functools.partial(contextvars.copy_context().run, func, *args, **kwargs)
    return await loop.run_in_executor(None, call)  # line 25
