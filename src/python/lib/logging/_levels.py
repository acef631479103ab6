"""Names of levels."""

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

_names = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
_numbers = {
    "CRITICAL": 50, "FATAL": 50, "ERROR": 40, "WARN": 30, "WARNING": 30, "INFO": 20, "DEBUG": 10, "NOTSET": 0
}


def getLevelName(level):
    if level in _names:
        return _names[level]
    return _numbers.get(level, f"Level {level}")


def addLevelName(level, levelName):
    _names[level] = levelName
    _numbers[levelName] = level


def getLevelNamesMapping():
    return dict(_numbers)


def check_level(level):
    if isinstance(level, int):
        return level
    if isinstance(level, str):
        if level not in _numbers:
            raise ValueError(f"Unknown level: {level!r}")
        return _numbers[level]
    raise TypeError(f"Level not an integer or a valid string: {level!r}")
