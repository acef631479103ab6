"""datetime: dates, times and durations. `now()` and `today()` read the virtual clock, whose 0 is 1970-01-01 in UTC."""

from datetime._base import tzinfo
from datetime._date import MAXYEAR, MINYEAR, date
from datetime._datetime import datetime
from datetime._delta import timedelta
from datetime._time import time
from datetime._zone import timezone

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"]

UTC = timezone.utc
