"""What every context manager can do, and using one as a decorator."""

from abc import ABC, abstractmethod
from functools import wraps

from _prelude import _generic_alias


def _has(cls, *names):
    """Whether the class has all the methods."""
    for name in names:
        found = [base.__dict__[name] for base in cls.__mro__ if name in base.__dict__]
        if not found or found[0] is None:
            return NotImplemented
    return True


class AbstractContextManager(ABC):
    __module__ = "contextlib"
    __slots__ = ()

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, subclass):
        return _has(subclass, "__enter__", "__exit__") if cls is AbstractContextManager else NotImplemented

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item)


class AbstractAsyncContextManager(ABC):
    __module__ = "contextlib"
    __slots__ = ()

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, subclass):
        return _has(subclass, "__aenter__", "__aexit__") if cls is AbstractAsyncContextManager else NotImplemented

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item)


class ContextDecorator:
    """Lets a context manager be a decorator: the function runs inside it."""

    __module__ = "contextlib"

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class AsyncContextDecorator:
    """The same for coroutine functions."""

    __module__ = "contextlib"

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return inner
