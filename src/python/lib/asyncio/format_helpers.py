"""How callbacks show, and where they are defined."""

import functools
import reprlib

from _asyncio import _function_place, _qualified_name


def _format_callback_source(func, args, *, debug=False):
    text = _format_callback(func, args, None, debug=debug)
    place = _get_function_source(func)
    return text if place is None else f"{text} at {place[0]}:{place[1]}"


def _get_function_source(func):
    while hasattr(func, "__wrapped__"):
        func = func.__wrapped__
    if isinstance(func, functools.partial):
        return _get_function_source(func.func)
    return _function_place(func)


def _format_args_and_kwargs(args, kwargs, *, debug=False):
    if not debug:
        # They may hold what nobody should read.
        return "()"
    items = [reprlib.repr(arg) for arg in args or ()]
    if kwargs:
        items.extend(f"{key}={reprlib.repr(value)}" for key, value in kwargs.items())
    return f"({', '.join(items)})"


def _format_callback(func, args, kwargs, *, debug=False, suffix=""):
    if isinstance(func, functools.partial):
        suffix = _format_args_and_kwargs(args, kwargs, debug=debug) + suffix
        return _format_callback(func.func, func.args, func.keywords, debug=debug, suffix=suffix)
    name = _qualified_name(func)
    return (repr(func) if name is None else name) + _format_args_and_kwargs(args, kwargs, debug=debug) + suffix
