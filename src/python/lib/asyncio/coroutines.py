"""What counts as a coroutine."""

from _asyncio import _is_coroutine_function, iscoroutine


def iscoroutinefunction(func):
    return _is_coroutine_function(func)


def _format_coroutine(coro):
    name = getattr(coro, "__qualname__", None) or type(coro).__name__
    return f"{name}()"
