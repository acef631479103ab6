"""aiofiles, simulated: files in memory. Opening, and each read or write, takes a tenth of a second."""

import asyncio

_SECONDS = 0.1
# What was written, as bytes, by name.
_files = {}


class _File:
    def __init__(self, name, mode, encoding):
        self.name = name
        self.mode = mode
        self.closed = False
        self._encoding = encoding or "utf-8"
        self._binary = "b" in mode
        self._position = 0
        if "x" in mode and name in _files:
            raise FileExistsError(17, "File exists", name)
        if "w" in mode or "x" in mode:
            _files[name] = b""
        elif "a" in mode:
            _files.setdefault(name, b"")
            self._position = len(_files[name])

    def _data(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        data = _files.get(self.name)
        return f"contents of {self.name}".encode() if data is None else data

    def _given(self, data):
        return data if self._binary else data.decode(self._encoding)

    def _take(self, end):
        part = self._data()[self._position : end]
        self._position += len(part)
        return self._given(part)

    def _line_end(self):
        at = self._data().find(b"\n", self._position)
        return len(self._data()) if at < 0 else at + 1

    async def read(self, size=-1):
        await asyncio.sleep(_SECONDS)
        data = self._data()
        if size is None or size < 0:
            return self._take(len(data))
        if self._binary:
            return self._take(self._position + size)
        text = data[self._position :].decode(self._encoding)[:size]
        return self._take(self._position + len(text.encode(self._encoding)))

    async def readline(self):
        await asyncio.sleep(_SECONDS)
        return self._take(self._line_end())

    async def readlines(self):
        await asyncio.sleep(_SECONDS)
        lines = []
        while self._position < len(self._data()):
            lines.append(self._take(self._line_end()))
        return lines

    def _write(self, text):
        data = self._data() if self.name in _files else b""
        new = bytes(text) if self._binary else text.encode(self._encoding)
        _files[self.name] = data[: self._position] + new + data[self._position + len(new) :]
        self._position += len(new)

    async def write(self, text):
        await asyncio.sleep(_SECONDS)
        self._write(text)
        return len(text)

    async def writelines(self, lines):
        await asyncio.sleep(_SECONDS)
        for line in lines:
            self._write(line)

    async def seek(self, offset, whence=0):
        base = (0, self._position, len(self._data()))[whence]
        self._position = base + offset
        return self._position

    async def tell(self):
        return self._position

    async def flush(self):
        pass

    async def close(self):
        self.closed = True

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        await self.close()


class _Opening:
    """What `open` gives: it can be awaited, or entered with `async with`."""

    def __init__(self, coro):
        self._coro = coro
        self._file = None

    def __await__(self):
        return self._coro.__await__()

    async def __aenter__(self):
        self._file = await self._coro
        return self._file

    async def __aexit__(self, exc_type, exc, tb):
        await self._file.close()


async def _open(file, mode, encoding):
    await asyncio.sleep(_SECONDS)
    return _File(str(file), mode, encoding)


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
    return _Opening(_open(file, mode, encoding))
