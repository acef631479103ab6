#: times of day
from datetime import time, timezone

t = time(9, 5, 7, 250000)
print(t, repr(t), t.hour, t.minute, t.second, t.microsecond, t.isoformat("minutes"), t.isoformat(timespec="milliseconds"))
print(time(9), repr(time()), time(9, 30) < time(10), t.replace(hour=23), bool(time(0)), f"{t:%H.%M}", t.strftime("%I:%M %p"))
print(time.fromisoformat("04:05"), time.fromisoformat("T040506.5"), time.fromisoformat("10:00+02:00"), time.min, time.max)
print(time(1, tzinfo=timezone.utc), repr(time(1, tzinfo=timezone.utc)), time(1) == time(1, tzinfo=timezone.utc))
#: moments
from datetime import date, datetime, time, timedelta

m = datetime(2024, 2, 29, 15, 4, 5, 678)
print(m, repr(m), m.date(), m.time(), m.isoformat(), m.isoformat(" ", "minutes"), m.ctime(), m.weekday())
print(datetime(2024, 1, 1), repr(datetime(2024, 1, 1)), repr(datetime(2024, 1, 1, 5, fold=1)), datetime.combine(date(2024, 1, 1), time(8)))
print(m + timedelta(days=1, hours=9), m - timedelta(minutes=5), m - datetime(2024, 1, 1), m.replace(year=2020, microsecond=0))
print(datetime.fromtimestamp(1.5), datetime(1970, 1, 2).timestamp(), datetime.fromtimestamp(1e9), datetime.min, datetime.max)
print(m > datetime(2024, 1, 1), datetime(2024, 1, 1) == date(2024, 1, 1), m.timetuple()[:8], hash(m) == hash(m.replace()))
print(m.strftime("%Y-%m-%d %H:%M:%S.%f"), m.strftime("%c|%X|%I %p|%j"), f"{m:%A, %d. %B}", f"{m}", f"{m:%Y}{m:%m}")
print([str(datetime(2024, 1, 1) + i * timedelta(hours=8)) for i in range(4)])
#: reading ISO texts
from datetime import datetime

for text in (
    "2024-01-02", "2024-01-02T03:04", "2024-01-02 03:04:05", "2024-01-02T03:04:05.678", "2024-01-02T03:04:05.678901+02:00",
    "2024-01-02T03:04Z", "20240102T030405", "2024-W01-2", "2024-01-01T24:00", "2024-01-02T03:04:05-0530", "bad", "2024-01-02T", "2024-02-30",
    "2024-01-02T25:00",
):
    try:
        print(repr(datetime.fromisoformat(text)))
    except ValueError as error:
        print(error)
#: zones
from datetime import UTC, datetime, timedelta, timezone, tzinfo

cet = timezone(timedelta(hours=1), "CET")
print(cet, repr(cet), timezone.utc, repr(UTC), timezone(timedelta(hours=-3, minutes=-30)), repr(timezone(timedelta(minutes=90))))
noon = datetime(2024, 1, 1, 12, tzinfo=UTC)
print(noon, repr(noon), noon.astimezone(cet), repr(noon.astimezone(cet)), noon.tzname(), noon.utcoffset(), noon.dst())
print(noon == noon.astimezone(cet), noon.astimezone(cet) - noon, noon.astimezone(cet).strftime("%H:%M %z %Z %:z"), noon.timestamp())
print(datetime.fromtimestamp(0, timezone(timedelta(hours=2))), datetime(2024, 1, 1).astimezone(), noon.replace(tzinfo=None))
print(datetime(2024, 1, 1, tzinfo=cet) < noon, datetime(2024, 1, 1) == noon, timezone(timedelta(0)) is UTC, cet == timezone(timedelta(hours=1)))
for call in (
    lambda: datetime(2024, 1, 1) - noon,
    lambda: datetime(2024, 1, 1) < noon,
    lambda: timezone(timedelta(hours=24)),
    lambda: timezone(1),
    lambda: datetime(2024, 1, 1, tzinfo="UTC"),
    lambda: tzinfo().utcoffset(None),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


class Summer(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=2)

    def dst(self, dt):
        return timedelta(hours=1)

    def tzname(self, dt):
        return "CEST"


print(noon.astimezone(Summer()), noon.astimezone(Summer()).tzname(), noon.astimezone(Summer()).dst())
#: strptime
from datetime import date, datetime, time

for text, format in [
    ("2024-02-29 15:04", "%Y-%m-%d %H:%M"), ("29 Feb 2024", "%d %b %Y"), ("February 29, 2024", "%B %d, %Y"), ("1:05 PM", "%I:%M %p"),
    ("2024-01-01T00:00:00+0200", "%Y-%m-%dT%H:%M:%S%z"), ("Monday 05 August 2024", "%A %d %B %Y"), ("12.5", "%S.%f"), ("99", "%y"),
    ("2024 060", "%Y %j"), ("02/03/24", "%x"), ("x", "%Y"), ("2024x", "%Y"), ("2024", "%Q"), ("2024", "%"), ("30/02/2024", "%d/%m/%Y"),
    ("2024-13-01", "%Y-%m-%d"), ("  2024", " %Y"), ("2024 W05 1", "%G W%V %u"), ("100%", "%y0%%"),
]:
    try:
        print(text, "->", repr(datetime.strptime(text, format)))
    except ValueError as error:
        print(text, "->", error)
print(date.strptime("2024-01-05", "%Y-%m-%d"), time.strptime("05:06", "%H:%M"))
#: uncaught
from datetime import datetime

datetime.strptime("2024/01/01", "%Y-%m-%d")
#: today is the day the clock began
from datetime import date

print(date.today(), date.today().year)
