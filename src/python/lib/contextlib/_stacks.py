"""Stacks of context managers and callbacks that are left in the reverse order."""

import types

from contextlib._abstract import AbstractAsyncContextManager, AbstractContextManager


def _method(manager, name, kind):
    cls = type(manager)
    try:
        return getattr(cls, name)
    except AttributeError:
        protocol = "asynchronous context manager" if kind == "a" else "context manager"
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {protocol} protocol") from None


class _BaseExitStack:
    def __init__(self):
        # Pairs: whether it is awaited, and a function of the three values that describe an exception.
        self._exit_callbacks = []

    def pop_all(self):
        """Moves what there is to a new stack."""
        new_stack = type(self)()
        new_stack._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = []
        return new_stack

    def push(self, exit):
        """Registers the `__exit__` of a context manager, or a function like it."""
        leave = getattr(type(exit), "__exit__", None)
        self._exit_callbacks.append((False, exit if leave is None else types.MethodType(leave, exit)))
        return exit

    def enter_context(self, cm):
        enter = _method(cm, "__enter__", "")
        leave = _method(cm, "__exit__", "")
        result = enter(cm)
        self._exit_callbacks.append((False, types.MethodType(leave, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)

        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((False, _exit_wrapper))
        return callback


def _fix_context(new, old, outside):
    """Makes the context of an exception raised while leaving what it would be in nested `with` statements."""
    while True:
        context = new.__context__
        if context is None or context is old:
            return
        if context is outside:
            break
        new = context
    new.__context__ = old


def _described(error):
    """An exception, or None, as `__exit__` takes it."""
    return (None, None, None) if error is None else (type(error), error, error.__traceback__)


def _leave(exc, error):
    """The answer of `__exit__` where `exc` came in and `error` is left; raises it if it is another one."""
    if error is not None and error is not exc:
        context = error.__context__
        try:
            raise error
        except BaseException:
            error.__context__ = context
            raise
    return exc is not None and error is None


class ExitStack(_BaseExitStack, AbstractContextManager):
    __module__ = "contextlib"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        error = exc
        outside = exc.__context__ if exc is not None else None
        while self._exit_callbacks:
            _, callback = self._exit_callbacks.pop()
            try:
                if callback(*_described(error)):
                    error = None
            except BaseException as raised:
                _fix_context(raised, error, outside)
                error = raised
        return _leave(exc, error)

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    __module__ = "contextlib"

    async def enter_async_context(self, cm):
        enter = _method(cm, "__aenter__", "a")
        leave = _method(cm, "__aexit__", "a")
        result = await enter(cm)
        self._exit_callbacks.append((True, types.MethodType(leave, cm)))
        return result

    def push_async_exit(self, exit):
        leave = getattr(type(exit), "__aexit__", None)
        self._exit_callbacks.append((True, exit if leave is None else types.MethodType(leave, exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)

        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((True, _exit_wrapper))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        error = exc
        outside = exc.__context__ if exc is not None else None
        while self._exit_callbacks:
            is_async, callback = self._exit_callbacks.pop()
            try:
                answer = callback(*_described(error))
                if is_async:
                    answer = await answer
                if answer:
                    error = None
            except BaseException as raised:
                _fix_context(raised, error, outside)
                error = raised
        return _leave(exc, error)
