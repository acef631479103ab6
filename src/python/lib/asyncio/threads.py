"""Blocking functions in threads."""

import functools

from asyncio import events


async def to_thread(func, /, *args, **kwargs):
    """Runs `func` in the loop's default executor and gives its result."""
    loop = events.get_running_loop()
    return await loop.run_in_executor(None, functools.partial(func, *args, **kwargs))
