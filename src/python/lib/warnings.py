"""warnings: which warnings are shown, and showing them."""

from _warnings import _filter_warnings, _show_warning


def simplefilter(action, category=Warning, lineno=0, append=False):
    filterwarnings(action, category=category)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    if action not in ("error", "ignore", "always", "all", "default", "module", "once"):
        raise ValueError(f"invalid action: {action!r}")
    _filter_warnings(action, category.__name__)


def resetwarnings():
    _filter_warnings("default", "Warning")


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    _show_warning(category.__name__, str(message), stacklevel)


class catch_warnings:
    def __init__(self, *, record=False, action=None, category=Warning):
        self._action = action
        self._category = category

    def __enter__(self):
        if self._action is not None:
            simplefilter(self._action, self._category)
        return []

    def __exit__(self, exc_type, exc, tb):
        resetwarnings()
