"""os: the little of it that makes sense on a machine without files."""

import sys
from collections.abc import MutableMapping

from _pools import _cpu_count
from os import path

name = "posix"
sep, altsep, pathsep, linesep, curdir, pardir, extsep, devnull = "/", None, ":", "\n", ".", "..", ".", "/dev/null"
error = OSError


class PathLike:
    """A path that is not a text."""

    def __fspath__(self):
        raise NotImplementedError


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        return type(path).__fspath__(path)
    except AttributeError:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}") from None


class _Environ(MutableMapping):
    """The environment is empty at the start of each program."""

    def __init__(self):
        self._data = {}

    def __getitem__(self, key):
        self._check(key)
        try:
            return self._data[key]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        self._check(key)
        self._check(value)
        self._data[key] = value

    def __delitem__(self, key):
        del self._data[key]

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f"environ({self._data!r})"

    def copy(self):
        return dict(self._data)

    def _check(self, value):
        if not isinstance(value, str):
            raise TypeError(f"str expected, not {type(value).__name__}")


environ = _Environ()


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    environ[name] = value


def unsetenv(name, /):
    environ.pop(name, None)


def cpu_count():
    return _cpu_count()


def process_cpu_count():
    return _cpu_count()


def getpid():
    from _thread import _getpid

    return _getpid()


def getppid():
    return 1


def getcwd():
    return "/home/user"


def urandom(size, /):
    """Bytes that are the same in every run: `random`'s."""
    import random

    return random.randbytes(size)


def strerror(code, /):
    return {2: "No such file or directory", 13: "Permission denied", 17: "File exists"}.get(code, f"Unknown error {code}")


def _exit(status):
    sys.exit(status)
