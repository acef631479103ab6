"""Handles, and which event loop is the current one."""

import warnings

from _asyncio import _stack
from _loops import _cancel_handle, _get_running_loop
from asyncio import format_helpers


class Handle:
    """A callback that a loop was given; the loop's own handle is known by its numbers."""

    _source_traceback = None

    def __init__(self, callback, args, loop, context=None):
        self._context = context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._handle = None
        self._cancelled = False
        self._repr = None
        if loop.get_debug():
            # Without this frame and the loop's own.
            self._source_traceback = _stack(self._OWN_FRAMES)

    # How many frames of the library made it: this one, and the loop's `call_soon`.
    _OWN_FRAMES = 2

    def __repr__(self):
        return self._repr if self._repr is not None else f"<{' '.join(self._repr_info())}>"

    def _repr_info(self):
        info = [self.__class__.__name__]
        if self._cancelled:
            info.append("cancelled")
        if self._callback is not None:
            info.append(format_helpers._format_callback_source(self._callback, self._args, debug=self._loop.get_debug()))
        if self._source_traceback:
            created = self._source_traceback[-1]
            info.append(f"created at {created[0]}:{created[1]}")
        return info

    def get_context(self):
        return self._context

    def cancel(self):
        if not self._cancelled:
            self._cancelled = True
            if self._loop.get_debug():
                # The arguments are let go of, but it still shows what it was.
                self._repr = repr(self)
            if self._handle is not None:
                _cancel_handle(self._loop._id, self._handle)
            self._callback = None
            self._args = None

    def cancelled(self):
        return self._cancelled


class _ThreadSafeHandle(Handle):
    """A handle of `call_soon_threadsafe`."""


class TimerHandle(Handle):
    """A callback that runs at a time of the loop's clock."""

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        if self._source_traceback:
            del self._source_traceback[-1]
        self._when = when

    def _repr_info(self):
        info = super()._repr_info()
        info.insert(2 if self._cancelled else 1, f"when={self._when}")
        return info

    def __hash__(self):
        return hash(self._when)

    def __eq__(self, other):
        if isinstance(other, TimerHandle):
            return self._when == other._when and self._callback == other._callback and self._args == other._args
        return NotImplemented

    def __lt__(self, other):
        return self._when < other._when if isinstance(other, TimerHandle) else NotImplemented

    def __le__(self, other):
        return self._when < other._when or self.__eq__(other) if isinstance(other, TimerHandle) else NotImplemented

    def __gt__(self, other):
        return self._when > other._when if isinstance(other, TimerHandle) else NotImplemented

    def __ge__(self, other):
        return self._when > other._when or self.__eq__(other) if isinstance(other, TimerHandle) else NotImplemented

    def when(self):
        return self._when


class AbstractEventLoop:
    """What event loops inherit from. What needs sockets, other programs or signals is refused by all of them."""

    def __getattr__(self, name):
        if name in _REFUSED:
            raise NotImplementedError(f"loop.{name}() is not supported: the machine has no sockets, pipes, signals or other programs")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


_REFUSED = frozenset(
    "add_reader add_signal_handler add_writer connect_accepted_socket connect_read_pipe connect_write_pipe create_connection "
    "create_datagram_endpoint create_server create_unix_connection create_unix_server getaddrinfo getnameinfo remove_reader "
    "remove_signal_handler remove_writer sendfile sock_accept sock_connect sock_recv sock_recv_into sock_recvfrom "
    "sock_recvfrom_into sock_sendall sock_sendfile sock_sendto start_tls subprocess_exec subprocess_shell".split()
)


_event_loop_policy = None


def get_running_loop():
    loop = _get_running_loop()
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def get_event_loop():
    loop = _get_running_loop()
    return _get_event_loop_policy().get_event_loop() if loop is None else loop


def set_event_loop(loop):
    _get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    return _get_event_loop_policy().new_event_loop()


def _get_event_loop_policy():
    global _event_loop_policy
    if _event_loop_policy is None:
        from asyncio.unix_events import _DefaultEventLoopPolicy

        _event_loop_policy = _DefaultEventLoopPolicy()
    return _event_loop_policy


def _set_event_loop_policy(policy):
    from asyncio._policy import _AbstractEventLoopPolicy

    global _event_loop_policy
    if policy is not None and not isinstance(policy, _AbstractEventLoopPolicy):
        kind = type(policy).__name__
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{kind}'")
    _event_loop_policy = policy


def _deprecated(name):
    message = f"'asyncio.{name}' is deprecated and slated for removal in Python 3.16"
    # Frames of the library do not count.
    warnings.warn(message, DeprecationWarning, stacklevel=1)


def get_event_loop_policy():
    _deprecated("get_event_loop_policy")
    return _get_event_loop_policy()


def set_event_loop_policy(policy):
    _deprecated("set_event_loop_policy")
    _set_event_loop_policy(policy)
