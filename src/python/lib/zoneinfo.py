"""zoneinfo: UTC only. There is no database of zones here."""

from datetime import timedelta, tzinfo

__all__ = ["ZoneInfo", "ZoneInfoNotFoundError", "available_timezones"]

_UTC_NAMES = ("UTC", "Etc/UTC", "Etc/GMT", "GMT", "Zulu")


class ZoneInfoNotFoundError(KeyError):
    """There is no zone of that name."""


class ZoneInfo(tzinfo):
    _known = {}

    def __new__(cls, key):
        if key not in _UTC_NAMES:
            raise NotImplementedError(
                f"ZoneInfo({key!r}): there is no database of time zones here, only UTC; "
                "datetime.timezone(timedelta(hours=...)) makes a zone at a fixed distance"
            )
        if key not in cls._known:
            self = object.__new__(cls)
            self.key = key
            cls._known[key] = self
        return cls._known[key]

    def utcoffset(self, dt, /):
        return timedelta(0)

    def dst(self, dt, /):
        return timedelta(0)

    def tzname(self, dt, /):
        return "GMT" if "GMT" in self.key else "UTC"

    def fromutc(self, dt, /):
        return dt

    def __str__(self):
        return self.key

    def __repr__(self):
        return f"zoneinfo.ZoneInfo(key={self.key!r})"


def available_timezones():
    return set(_UTC_NAMES)
