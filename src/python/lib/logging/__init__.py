"""logging: loggers in a tree, handlers that write lines to a stream. There are no files to log to."""

import sys

from logging._adapter import LoggerAdapter
from logging._handlers import Handler, LastResort, NullHandler, StreamHandler, handlers_by_name
from logging._levels import (
    CRITICAL, DEBUG, ERROR, FATAL, INFO, NOTSET, WARN, WARNING,
    addLevelName, check_level, getLevelName, getLevelNamesMapping,
)
from logging._records import (
    BASIC_FORMAT, STYLES, BufferingFormatter, Filter, Filterer, Formatter, LogRecord, PercentStyle, StrFormatStyle,
    StringTemplateStyle, caller, logAsyncioTasks, logMultiprocessing, logProcesses, logThreads, makeLogRecord, raiseExceptions,
)


class Logger(Filterer):
    def __init__(self, name, level=NOTSET):
        super().__init__()
        self.name = name
        self.level = check_level(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def __repr__(self):
        return f"<{self.__class__.__name__} {self.name} ({getLevelName(self.getEffectiveLevel())})>"

    def setLevel(self, level):
        self.level = check_level(level)

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

    def hasHandlers(self):
        logger = self
        while logger is not None:
            if logger.handlers:
                return True
            logger = logger.parent if logger.propagate else None
        return False

    def getChild(self, suffix):
        return getLogger(suffix if self is root else f"{self.name}.{suffix}")

    def getChildren(self):
        depth = 0 if self is root else self.name.count(".") + 1
        below = (logger for logger in _loggers.values() if logger.parent is self)
        return {logger for logger in below if logger.name.count(".") == depth}

    def log(self, level, msg, *args, **kwargs):
        if not isinstance(level, int):
            if raiseExceptions:
                raise TypeError("level must be an integer")
            return
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        filename, lineno, function = caller(stacklevel)
        sinfo = None
        if stack_info:
            import traceback

            sinfo = "Stack (most recent call last):\n" + "".join(traceback.format_stack()).removesuffix("\n")
        if isinstance(exc_info, BaseException):
            exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
        elif exc_info and not isinstance(exc_info, tuple):
            exc_info = sys.exc_info()
        self.handle(self.makeRecord(self.name, level, filename, lineno, msg, args, exc_info, function, extra, sinfo))

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        record = _record_factory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        for key, value in (extra or {}).items():
            if key in ("message", "asctime") or key in record.__dict__:
                raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
            record.__dict__[key] = value
        return record

    def handle(self, record):
        if self.disabled:
            return
        record = self.filter(record)
        if record:
            self.callHandlers(record)

    def callHandlers(self, record):
        found = False
        logger = self
        while logger is not None:
            for handler in logger.handlers:
                found = True
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found and lastResort is not None and record.levelno >= lastResort.level:
            lastResort.handle(record)

    def debug(self, msg, *args, **kwargs):
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)

    def error(self, msg, *args, **kwargs):
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    warn = warning

    def critical(self, msg, *args, **kwargs):
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)

    fatal = critical


class RootLogger(Logger):
    def __init__(self, level):
        super().__init__("root", level)


_logger_class = Logger
_record_factory = LogRecord
lastResort = LastResort(WARNING)
root = RootLogger(WARNING)
_loggers = {}
_disabled_level = NOTSET


def getLogger(name=None):
    if not name or name == "root":
        return root
    if not isinstance(name, str):
        raise TypeError("A logger name must be a string")
    logger = _loggers.get(name)
    if logger is None:
        logger = _loggers[name] = _logger_class(name)
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


def basicConfig(**kwargs):
    force = kwargs.pop("force", False)
    kwargs.pop("encoding", None)
    kwargs.pop("errors", None)
    if force:
        for handler in root.handlers[:]:
            root.removeHandler(handler)
            handler.close()
    if root.handlers:
        return
    handlers = kwargs.pop("handlers", None)
    if handlers is None:
        if "stream" in kwargs and "filename" in kwargs:
            raise ValueError("'stream' and 'filename' should not be specified together")
    elif "stream" in kwargs or "filename" in kwargs:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    if kwargs.pop("filename", None) is not None:
        raise NotImplementedError("logging to a file is not supported: the machine has no files")
    kwargs.pop("filemode", None)
    stream = kwargs.pop("stream", None)
    datefmt = kwargs.pop("datefmt", None)
    style = kwargs.pop("style", "%")
    if style not in STYLES:
        raise ValueError(f"Style must be one of: {','.join(STYLES)}")
    formatter = Formatter(kwargs.pop("format", STYLES[style][1]), datefmt, style)
    for handler in [StreamHandler(stream)] if handlers is None else handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    level = kwargs.pop("level", None)
    if level is not None:
        root.setLevel(level)
    if kwargs:
        raise ValueError(f"Unrecognised argument(s): {', '.join(kwargs)}")


def disable(level=CRITICAL):
    global _disabled_level
    _disabled_level = check_level(level)


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


warn = warning
fatal = critical


def getLoggerClass():
    return _logger_class


def setLoggerClass(klass):
    global _logger_class
    if not issubclass(klass, Logger):
        raise TypeError("logger not derived from logging.Logger: " + klass.__name__)
    _logger_class = klass


def getLogRecordFactory():
    return _record_factory


def setLogRecordFactory(factory):
    global _record_factory
    _record_factory = factory


def getHandlerByName(name):
    return handlers_by_name.get(name)


def getHandlerNames():
    return frozenset(handlers_by_name)


def shutdown():
    for handler in {*root.handlers, *(handler for logger in _loggers.values() for handler in logger.handlers)}:
        handler.flush()
        handler.close()


def captureWarnings(capture):
    """Sends warnings to the logger `py.warnings`."""
    global _show_warning
    import warnings

    if capture and _show_warning is None:
        _show_warning = warnings.showwarning

        def show(message, category, filename, lineno, file=None, line=None):
            text = warnings.formatwarning(message, category, filename, lineno, line)
            logger = getLogger("py.warnings")
            if not logger.handlers:
                logger.addHandler(NullHandler())
            logger.warning(text)

        warnings.showwarning = show
    elif not capture and _show_warning is not None:
        warnings.showwarning, _show_warning = _show_warning, None


_show_warning = None
