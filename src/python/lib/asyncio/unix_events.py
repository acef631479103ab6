"""The event loop of Unix systems."""

from asyncio import log
from asyncio.base_events import BaseEventLoop


class _UnixSelectorEventLoop(BaseEventLoop):
    def __init__(self):
        super().__init__()
        log.debug("Using selector: EpollSelector")


EventLoop = SelectorEventLoop = _UnixSelectorEventLoop
