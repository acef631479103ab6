"""Pipes between processes."""

from _processes import _channel, _close_channel, _pack, _poll, _receive, _send, _unpack
from _thread import _now

# The place of pipes in the machine's list of what is waited for (`ResourceKind`).
PIPE = 8


class Connection:
    __module__ = "multiprocessing.connection"

    def __init__(self, source, sink):
        self._source = source
        self._sink = sink
        self._closed = False

    def _check(self, channel, what):
        if self._closed:
            raise OSError("handle is closed")
        if channel is None:
            raise OSError(f"connection is {what}-only")

    @property
    def closed(self):
        return self._closed

    @property
    def readable(self):
        return self._source is not None

    @property
    def writable(self):
        return self._sink is not None

    def send(self, obj):
        self._check(self._sink, "read")
        _send(self._sink, _pack(obj))

    def recv(self):
        self._check(self._source, "write")
        received = _receive(self._source, None)
        if not received:
            raise EOFError
        return _unpack(received[0])

    send_bytes = send
    recv_bytes = recv

    def poll(self, timeout=0.0):
        self._check(self._source, "write")
        return _poll(self._source, None if timeout is None else _now() + timeout)

    def close(self):
        if not self._closed:
            self._closed = True
            if self._sink is not None:
                _close_channel(self._sink)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Pipe(duplex=True):
    first, second = _channel(PIPE), _channel(PIPE)
    if duplex:
        return Connection(first, second), Connection(second, first)
    return Connection(first, None), Connection(None, first)
