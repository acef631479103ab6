"""The event loop of Unix systems."""

from asyncio import log
from asyncio._policy import _BaseDefaultEventLoopPolicy
from asyncio.base_events import BaseEventLoop


class _UnixSelectorEventLoop(BaseEventLoop):
    def __init__(self):
        super().__init__()
        log.debug("Using selector: EpollSelector")


class _UnixDefaultEventLoopPolicy(_BaseDefaultEventLoopPolicy):
    _loop_factory = _UnixSelectorEventLoop


EventLoop = SelectorEventLoop = _UnixSelectorEventLoop
_DefaultEventLoopPolicy = _UnixDefaultEventLoopPolicy
