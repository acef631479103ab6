"""io: the streams in memory. There are no files on a disk here."""

__all__ = ["BytesIO", "StringIO", "SEEK_SET", "SEEK_CUR", "SEEK_END", "UnsupportedOperation", "IOBase", "TextIOBase"]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 131072


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    """What all streams have."""

    closed = False
    _closed_message = "I/O operation on closed file."

    def close(self):
        self.closed = True

    def _check(self):
        if self.closed:
            raise ValueError(self._closed_message)

    def flush(self):
        self._check()

    def isatty(self):
        self._check()
        return False

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def seekable(self):
        self._check()
        return True

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def readlines(self, hint=-1, /):
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines, /):
        self._check()
        for line in lines:
            self.write(line)

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc_info):
        self.close()


class TextIOBase(IOBase):
    pass


class _Memory(IOBase):
    """A stream in memory: a value that is replaced, and what was written behind its end since."""

    def __init__(self, value):
        self._value = value
        self._added = []
        self._length = len(value)
        self._position = 0

    def _settle(self):
        self._check()
        if self._added:
            self._value += self._empty.join(self._added)
            self._added = []
        return self._value

    def getvalue(self):
        return self._settle()

    def tell(self):
        self._check()
        return self._position

    def read(self, size=-1, /):
        value = self._settle()
        start = self._position
        end = self._length if size is None or size < 0 else min(start + size, self._length)
        self._position = max(start, end)
        return value[start:end]

    def readline(self, size=-1, /):
        value = self._settle()
        start = self._position
        end = value.find(self._line_end, start) + 1 or self._length
        if size is not None and size >= 0:
            end = min(end, start + size)
        self._position = max(start, end)
        return value[start:end]

    def _put(self, data):
        if self._position == self._length:
            self._added.append(data)
            self._length += len(data)
            self._position = self._length
            return len(data)
        value = self._settle()
        if self._position > len(value):
            value += self._zero * (self._position - len(value))
        end = self._position + len(data)
        self._value = value[: self._position] + data + value[end:]
        self._length = len(self._value)
        self._position = end
        return len(data)

    def truncate(self, size=None, /):
        value = self._settle()
        if size is None:
            size = self._position
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        self._value = value[:size]
        self._length = len(self._value)
        return size


class StringIO(_Memory, TextIOBase):
    _empty = ""
    _zero = "\0"
    _line_end = "\n"
    encoding = None
    errors = None
    line_buffering = False
    _closed_message = "I/O operation on closed file"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        super().__init__(initial_value or "")

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        return self._put(s)

    def seek(self, pos, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"Negative seek position {pos}")
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._position = pos if whence == 0 else self._position if whence == 1 else self._length
        return self._position


class BytesIO(_Memory):
    _empty = b""
    _zero = b"\0"
    _line_end = b"\n"

    def __init__(self, initial_bytes=b""):
        super().__init__(_to_bytes(initial_bytes or b""))

    def write(self, b, /):
        self._check()
        return self._put(_to_bytes(b))

    def getbuffer(self):
        return bytearray(self.getvalue())

    read1 = _Memory.read

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def seek(self, pos, whence=0, /):
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"negative seek value {pos}")
        base = 0 if whence == 0 else self._position if whence == 1 else self._length
        self._position = max(0, base + pos)
        return self._position


def _to_bytes(data):
    if not isinstance(data, (bytes, bytearray)):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return bytes(data)
