"""asyncio's logger: `logging` if the program uses it, else what `logging` would print without configuration."""

from _loops import _loaded_module, _loop_time, _write_error
from _traceback import format_all


def _logger():
    logging = _loaded_module("logging")
    return None if logging is None else logging.getLogger("asyncio")


def debug(message):
    logger = _logger()
    if logger is not None:
        logger.debug(message)


def warning(message):
    logger = _logger()
    if logger is not None:
        logger.warning(message)
    else:
        _write(message + "\n")


def error(message, exception=None):
    logger = _logger()
    if logger is not None:
        logger.error(message, exc_info=exception)
        return
    text = message + "\n"
    if exception is not None:
        text += format_all(exception)
    _write(text)


def _write(text):
    # A record has the time at which it was made: that look at the clock costs.
    _loop_time()
    _write_error(text)
