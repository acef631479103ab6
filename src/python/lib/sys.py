"""The part of `sys` that makes sense on the simulated machine."""

argv = [""]
byteorder = "little"
maxsize = 9223372036854775807
maxunicode = 1114111
platform = "linux"
version = "3.14.2 (main, Dec  5 2025, 00:00:00) [Loopscope]"
copyright = "Python is copyright of the Python Software Foundation."
executable = "/usr/bin/python3"
prefix = exec_prefix = base_prefix = "/usr"
hexversion = 0x030E02F0
api_version = 1013
path = [""]
float_repr_style = "short"
dont_write_bytecode = False
stdlib_module_names = frozenset(_stdlib_names())
builtin_module_names = ("builtins", "sys", "time")


class _VersionInfo(tuple):
    major = property(lambda self: self[0])
    minor = property(lambda self: self[1])
    micro = property(lambda self: self[2])
    releaselevel = property(lambda self: self[3])
    serial = property(lambda self: self[4])

    def __repr__(self):
        return "sys.version_info(major={}, minor={}, micro={}, releaselevel={!r}, serial={})".format(*self)


version_info = _VersionInfo((3, 14, 2, "final", 0))


def exit(status=None, /):
    raise SystemExit(status)


def getrecursionlimit():
    return 1000


def setrecursionlimit(limit, /):
    """The machine's own limit stays what it is."""


def intern(string, /):
    return string


class _Stream:
    def __init__(self, name, write):
        self.name = f"<{name}>"
        self._write = write

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._write(text)
        return len(text)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def flush(self):
        pass

    def isatty(self):
        return False

    def __repr__(self):
        return f"<_io.TextIOWrapper name='{self.name}' mode='w' encoding='utf-8'>"


stdout = _Stream("stdout", _write_out)
stderr = _Stream("stderr", _write_err)
__stdout__, __stderr__ = stdout, stderr
