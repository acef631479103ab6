"""contextlib: context managers from generators, ready ones, and stacks of them."""

from contextlib._abstract import AbstractAsyncContextManager, AbstractContextManager, AsyncContextDecorator, ContextDecorator
from contextlib._generators import asynccontextmanager, contextmanager
from contextlib._ready import aclosing, chdir, closing, nullcontext, redirect_stderr, redirect_stdout, suppress
from contextlib._stacks import AsyncExitStack, ExitStack

__all__ = [
    "asynccontextmanager",
    "contextmanager",
    "closing",
    "nullcontext",
    "AbstractContextManager",
    "AbstractAsyncContextManager",
    "AsyncExitStack",
    "ContextDecorator",
    "ExitStack",
    "redirect_stdout",
    "redirect_stderr",
    "suppress",
    "aclosing",
    "chdir",
    "AsyncContextDecorator",
]
