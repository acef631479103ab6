"""logging: loggers in a tree, handlers that write lines to a stream."""

import time

from _loops import _loaded_module, _traceback_text, _write_error

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"

_names = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}


def getLevelName(level):
    if isinstance(level, str):
        for number, name in _names.items():
            if name == level:
                return number
    return _names.get(level, f"Level {level}")


def addLevelName(level, levelName):
    _names[level] = levelName


def getLevelNamesMapping():
    return {name: level for level, name in _names.items()}


def _check_level(level):
    if isinstance(level, int):
        return level
    if isinstance(level, str):
        for number, name in _names.items():
            if name == level:
                return number
        raise ValueError(f"Unknown level: {level!r}")
    raise TypeError(f"Level not an integer or a valid string: {level!r}")


class LogRecord:
    def __init__(self, name, level, msg, args, exc_info):
        self.name = name
        self.levelno = level
        self.levelname = getLevelName(level)
        self.msg = msg
        # A single dict is what named places in the message are filled from.
        self.args = args[0] if len(args) == 1 and isinstance(args[0], dict) and args[0] else args
        self.exc_info = exc_info
        self.created = time.time()
        self.msecs = int((self.created - int(self.created)) * 1000)
        self.relativeCreated = self.created * 1000
        self.threadName = "MainThread"
        self.processName = "MainProcess"
        self.taskName = _task_name()

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, "{self.msg}">'

    def getMessage(self):
        message = str(self.msg)
        return message % self.args if self.args else message


def _task_name():
    asyncio = _loaded_module("asyncio")
    if asyncio is None or asyncio._get_running_loop() is None:
        return None
    task = asyncio.current_task()
    return None if task is None else task.get_name()


class Formatter:
    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        self._fmt = "%(message)s" if fmt is None else fmt
        self._style = style
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        seconds = int(record.created)
        clock = f"{seconds // 3600 % 24:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        if datefmt is None:
            return f"1970-01-01 {clock},{record.msecs:03}"
        text = datefmt.replace("%H:%M:%S", clock).replace("%T", clock).replace("%Y-%m-%d", "1970-01-01")
        return text.replace("%M:%S", clock[3:]).replace("%S", clock[6:])

    def format(self, record):
        values = dict(record.__dict__)
        values["message"] = record.message = record.getMessage()
        values["asctime"] = self.formatTime(record, self.datefmt)
        if self._style == "{":
            text = self._fmt.format(**values)
        else:
            text = self._fmt % values
        if record.exc_info is not None:
            text += "\n" + _traceback_text(record.exc_info).removesuffix("\n")
        return text


class Handler:
    def __init__(self, level=NOTSET):
        self.level = _check_level(level)
        self.formatter = None
        self.filters = []

    def setLevel(self, level):
        self.level = _check_level(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def addFilter(self, filter):
        self.filters.append(filter)

    def format(self, record):
        return (self.formatter or _default_formatter).format(record)

    def handle(self, record):
        for filter in self.filters:
            passed = filter.filter(record) if hasattr(filter, "filter") else filter(record)
            if not passed:
                return
        self.emit(record)

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def flush(self):
        pass

    def close(self):
        pass


class StreamHandler(Handler):
    terminator = "\n"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = stream

    def emit(self, record):
        text = self.format(record) + self.terminator
        if self.stream is None:
            _write_error(text)
        else:
            self.stream.write(text)


class NullHandler(Handler):
    def emit(self, record):
        pass


class Logger:
    def __init__(self, name, level=NOTSET):
        self.name = name
        self.level = _check_level(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.filters = []
        self.disabled = False

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"

    def setLevel(self, level):
        self.level = _check_level(level)

    def getEffectiveLevel(self):
        logger = self
        while logger is not None:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        return not self.disabled and level > _disabled_level and level >= self.getEffectiveLevel()

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def addFilter(self, filter):
        self.filters.append(filter)

    def hasHandlers(self):
        logger = self
        while logger is not None:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def getChild(self, suffix):
        return getLogger(suffix if self is root else f"{self.name}.{suffix}")

    def log(self, level, msg, *args, exc_info=None, stack_info=False, stacklevel=1, extra=None):
        if not self.isEnabledFor(level):
            return
        if exc_info is True:
            exc_info = _current_exception()
        elif isinstance(exc_info, tuple):
            exc_info = exc_info[1]
        record = LogRecord(self.name, level, msg, args, exc_info or None)
        if extra:
            for name, value in extra.items():
                setattr(record, name, value)
        self.handle(record)

    def handle(self, record):
        for filter in self.filters:
            passed = filter.filter(record) if hasattr(filter, "filter") else filter(record)
            if not passed:
                return
        found = False
        logger = self
        while logger is not None:
            for handler in logger.handlers:
                found = True
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found and record.levelno >= lastResort.level:
            lastResort.handle(record)

    def debug(self, msg, *args, **kwargs):
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        self.log(WARNING, msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        self.log(CRITICAL, msg, *args, **kwargs)


def _current_exception():
    from _loops import _handled_exception

    return _handled_exception()


_default_formatter = Formatter()
lastResort = StreamHandler()
lastResort.setLevel(WARNING)
root = Logger("root", WARNING)
_loggers = {}
_disabled_level = NOTSET


def getLogger(name=None):
    if not name or name == "root":
        return root
    logger = _loggers.get(name)
    if logger is None:
        logger = _loggers[name] = Logger(name)
        _find_parents()
    return logger


def _find_parents():
    """A logger's parent is the one with the longest name that begins its own, at a dot."""
    for name, logger in _loggers.items():
        logger.parent = root
        while "." in name:
            name = name.rpartition(".")[0]
            if name in _loggers:
                logger.parent = _loggers[name]
                break


def basicConfig(*, level=None, format=None, datefmt=None, style="%", stream=None, handlers=None, force=False, **options):
    if force:
        root.handlers.clear()
    if root.handlers:
        return
    if format is None:
        format = "{levelname}:{name}:{message}" if style == "{" else BASIC_FORMAT
    for handler in [StreamHandler(stream)] if handlers is None else handlers:
        if handler.formatter is None:
            handler.setFormatter(Formatter(format, datefmt, style))
        root.addHandler(handler)
    if level is not None:
        root.setLevel(level)


def disable(level=CRITICAL):
    global _disabled_level
    _disabled_level = level


def _log(level, msg, args, kwargs):
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    _log(DEBUG, msg, args, kwargs)


def info(msg, *args, **kwargs):
    _log(INFO, msg, args, kwargs)


def warning(msg, *args, **kwargs):
    _log(WARNING, msg, args, kwargs)


def error(msg, *args, **kwargs):
    _log(ERROR, msg, args, kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    _log(ERROR, msg, args, {"exc_info": exc_info, **kwargs})


def critical(msg, *args, **kwargs):
    _log(CRITICAL, msg, args, kwargs)


def log(level, msg, *args, **kwargs):
    _log(level, msg, args, kwargs)
