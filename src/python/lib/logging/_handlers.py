"""Where records go."""

import sys

from logging._levels import NOTSET, WARNING, check_level, getLevelName
from logging._records import Filterer, Formatter

_default_formatter = Formatter()
handlers_by_name = {}


class Handler(Filterer):
    def __init__(self, level=NOTSET):
        super().__init__()
        self._name = None
        self.level = check_level(level)
        self.formatter = None
        self.lock = None

    def get_name(self):
        return self._name

    def set_name(self, name):
        handlers_by_name.pop(self._name, None)
        self._name = name
        handlers_by_name[name] = self

    name = property(get_name, set_name)

    def acquire(self):
        pass

    def release(self):
        pass

    def setLevel(self, level):
        self.level = check_level(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or _default_formatter).format(record)

    def handle(self, record):
        passed = self.filter(record)
        if passed:
            self.emit(passed)
        return passed

    def emit(self, record):
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handleError(self, record):
        """Says what went wrong with a record, and where it was logged."""
        import logging

        if not logging.raiseExceptions:
            return
        import traceback

        error = sys.exception()
        write = sys.stderr.write
        write("--- Logging error ---\n")
        write("".join(traceback.format_exception(error)))
        write("Call stack:\n" + "".join(traceback.format_stack()))
        try:
            write(f"Message: {record.msg!r}\nArguments: {record.args}\n")
        except Exception:
            write("Unable to print the message and arguments - possible formatting error.\n"
                  "Use the traceback above to help find the error.\n")

    def flush(self):
        pass

    def close(self):
        handlers_by_name.pop(self._name, None)

    def __repr__(self):
        return f"<{self.__class__.__name__} ({getLevelName(self.level)})>"


class StreamHandler(Handler):
    terminator = "\n"

    def __init__(self, stream=None):
        super().__init__()
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        if hasattr(self.stream, "flush"):
            self.stream.flush()

    def setStream(self, stream):
        if stream is self.stream:
            return None
        previous, self.stream = self.stream, stream
        return previous

    def emit(self, record):
        try:
            self.stream.write(self.format(record) + self.terminator)
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        return f"<{self.__class__.__name__} {name + ' ' if name else ''}({getLevelName(self.level)})>"


class LastResort(StreamHandler):
    """Writes to what standard error is at that moment."""

    def __init__(self, level=WARNING):
        Handler.__init__(self, level)

    stream = property(lambda self: sys.stderr)

    def __repr__(self):
        return f"<_StderrHandler <stderr> ({getLevelName(self.level)})>"


class NullHandler(Handler):
    def handle(self, record):
        pass

    def emit(self, record):
        pass
