"""What counts as a coroutine."""

import warnings

from _asyncio import _is_coroutine_function, iscoroutine


def iscoroutinefunction(func):
    warnings.warn(
        "'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16; "
        "use inspect.iscoroutinefunction() instead",
        DeprecationWarning,
        stacklevel=1,  # Frames of the library do not count.
    )
    return _is_coroutine_function(func)


def _format_coroutine(coro):
    name = getattr(coro, "__qualname__", None) or type(coro).__name__
    return f"{name}()"
