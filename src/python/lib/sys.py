"""The part of `sys` that makes sense on the simulated machine."""

argv = [_main_file()]
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


class _Info(tuple):
    """A tuple whose items have names."""

    def __new__(cls, title, **items):
        self = tuple.__new__(cls, items.values())
        self._title = title
        self._items = items
        return self

    def __getattr__(self, name):
        try:
            return self.__dict__["_items"][name]
        except KeyError:
            raise AttributeError(f"'{self._title}' object has no attribute '{name}'") from None

    def __repr__(self):
        return f"{self._title}(" + ", ".join(f"{name}={value!r}" for name, value in self._items.items()) + ")"


float_info = _Info(
    "sys.float_info", max=1.7976931348623157e308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308, min_exp=-1021,
    min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1,
)
int_info = _Info(
    "sys.int_info", bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300, str_digits_check_threshold=640
)
hash_info = _Info(
    "sys.hash_info", width=64, modulus=2305843009213693951, inf=314159, nan=0, imag=1000003, algorithm="siphash13", hash_bits=64,
    seed_bits=128, cutoff=0,
)
thread_info = _Info("sys.thread_info", name="pthread", lock="pymutex", version=None)
flags = _Info(
    "sys.flags", debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=0, no_user_site=0, no_site=0,
    ignore_environment=0, verbose=0, bytes_warning=0, quiet=0, hash_randomization=0, isolated=0, dev_mode=False, utf8_mode=0,
    warn_default_encoding=0, safe_path=False, int_max_str_digits=4300, gil=1, thread_inherit_context=0,
    context_aware_warnings=0,
)
warnoptions = []


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


class _Implementation:
    name = "cpython"
    cache_tag = "cpython-314"
    version = version_info
    hexversion = hexversion
    supports_isolated_interpreters = False

    def __repr__(self):
        return f"namespace(name={self.name!r}, cache_tag={self.cache_tag!r}, version={self.version!r})"


implementation = _Implementation()


class _Modules:
    """The modules that are loaded, by name."""

    def __getitem__(self, name):
        return _modules()[name]

    def __setitem__(self, name, module):
        raise NotImplementedError("putting modules into sys.modules is not supported")

    __delitem__ = None

    def __contains__(self, name):
        return name in _modules()

    def __iter__(self):
        return iter(_modules())

    def __len__(self):
        return len(_modules())

    def __repr__(self):
        return repr(_modules())

    def get(self, name, default=None):
        return _modules().get(name, default)

    def keys(self):
        return _modules().keys()

    def values(self):
        return _modules().values()

    def items(self):
        return _modules().items()

    def copy(self):
        return _modules()


modules = _Modules()
_machine_recursion_limit = _recursion_limit()
_switch_interval = 0.005


def getrecursionlimit():
    return _recursion_limit()


def setrecursionlimit(limit, /):
    """More calls than the machine can hold are refused here, not when they are reached: programs catch a RecursionError."""
    if not isinstance(limit, int):
        raise TypeError(f"'{type(limit).__name__}' object cannot be interpreted as an integer")
    if limit < 1:
        raise ValueError("recursion limit must be greater or equal than 1")
    if limit > _machine_recursion_limit:
        most = _machine_recursion_limit
        raise NotImplementedError(f"sys.setrecursionlimit({limit}) is not supported: the machine holds {most} calls at most")
    _set_recursion_limit(limit)


def getswitchinterval():
    return _switch_interval


def setswitchinterval(interval, /):
    """The machine's own interval stays what it is."""
    global _switch_interval
    if interval <= 0:
        raise ValueError("switch interval must be strictly positive")
    _switch_interval = interval


def exc_info():
    error = exception()
    return (None, None, None) if error is None else (type(error), error, error.__traceback__)


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def get_int_max_str_digits():
    return 4300


def is_finalizing():
    return False


def gettrace():
    return None


def getprofile():
    return None


def _is_gil_enabled():
    return True


def _getframe(depth=0, /):
    from _traceback import current_frame

    frame = current_frame(depth)
    if frame is None:
        raise ValueError("call stack is not deep enough")
    return frame


def excepthook(exctype, value, traceback, /):
    from _traceback import format_all

    stderr.write(format_all(value))


__excepthook__ = excepthook


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

    def fileno(self):
        return {"<stdout>": 1, "<stderr>": 2}[self.name]

    def writable(self):
        return True

    def readable(self):
        return False

    def reconfigure(self, **options):
        """Lines are shown as they are written, whatever is asked for."""

    encoding = "utf-8"
    errors = "strict"
    line_buffering = True
    # What `print` writes comes in one piece.
    takes_whole_lines = True
    closed = False

    def __repr__(self):
        return f"<_io.TextIOWrapper name='{self.name}' mode='w' encoding='utf-8'>"


stdout = __stdout__ = _Stream("stdout", _write_out)
stderr = __stderr__ = _Stream("stderr", _write_err)
stdin = None
__stdout__, __stderr__ = stdout, stderr


# Threads


def getswitchinterval():
    from _thread import _switch_interval

    return _switch_interval()


def setswitchinterval(interval, /):
    """How long a thread waits for the GIL before its holder must give it up, in seconds."""
    from _thread import _set_switch_interval

    if not isinstance(interval, (int, float)):
        raise TypeError(f"must be real number, not {type(interval).__name__}")
    if interval <= 0:
        raise ValueError("switch interval must be strictly positive")
    _set_switch_interval(interval)


def _is_gil_enabled():
    from _thread import _is_gil_enabled

    return _is_gil_enabled()
