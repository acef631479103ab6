#: dates
from datetime import date, datetime, timedelta

d = date(2024, 2, 29)
print(d, repr(d), d.year, d.month, d.day, d.weekday(), d.isoweekday(), d.toordinal(), d.isoformat(), d.ctime())
print(d.isocalendar(), tuple(date(2021, 1, 3).isocalendar()), d.timetuple())
print(date.fromordinal(738945), date.fromisoformat("2024-12-31"), date.fromisocalendar(2020, 53, 7), date.fromtimestamp(86400 * 365))
print(d.replace(year=2023, day=1), d + timedelta(days=1), d - timedelta(weeks=1), date(2024, 3, 1) - d, timedelta(1) + d)
print(date.min, date.max, date.resolution, isinstance(datetime(2024, 1, 1), date), date(2024, 1, 31) < date(2024, 2, 1))
print(sorted([date(2024, 2, 1), date(2023, 5, 5), date(2024, 1, 1)]), d == date(2024, 2, 29), {d: 1}[date(2024, 2, 29)])
print(f"{d:%d.%m.%Y} {d} {d:%A}", d.strftime("%j %U %W %V %G %u %w %a %b %B %y %x %e|%-d|%%"))
start = date(2023, 12, 30)
print([str(start + timedelta(days=i)) for i in range(4)], (date(2025, 1, 1) - date(2024, 1, 1)).days)
#: what is no date
from datetime import date, datetime, time, timedelta

for call in (
    lambda: date(2024, 13, 1),
    lambda: date(2023, 2, 29),
    lambda: date(0, 1, 1),
    lambda: date("2024", 1, 1),
    lambda: date(2024, 1),
    lambda: date.fromisoformat("2024-1-1"),
    lambda: date.fromisoformat("2024-13-01"),
    lambda: date(2024, 1, 31).replace(month=2),
    lambda: date.max + timedelta(1),
    lambda: date(2024, 1, 1) + 1,
    lambda: 1 + date(2024, 1, 1),
    lambda: date(2024, 1, 1) - 1,
    lambda: date(2024, 1, 1) < "2024",
    lambda: date(2024, 1, 1).hours,
    lambda: date.fromordinal(0),
    lambda: time(24),
    lambda: time(1, 60),
    lambda: datetime(2024, 1, 1, 25),
    lambda: time(1) - time(0),
    lambda: time(1) + timedelta(hours=1),
    lambda: timedelta(1) + 1,
    lambda: timedelta("1"),
    lambda: timedelta(1).hours,
    lambda: timedelta(1) < 1,
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
#: durations
from datetime import timedelta

print(timedelta(days=1, hours=2, minutes=3, seconds=4.5), repr(timedelta(weeks=1, milliseconds=1500)), repr(timedelta()))
print(timedelta(seconds=-1), repr(timedelta(seconds=-1)), timedelta(days=2), timedelta(days=-1, hours=1), abs(timedelta(-1)))
t = timedelta(hours=30)
print(t.days, t.seconds, t.microseconds, t.total_seconds(), t / 2, t // 7, t / timedelta(hours=1), t // timedelta(hours=7))
print(t % timedelta(hours=7), divmod(t, timedelta(hours=7)), t * 1.5, 2 * t, -t, +t, t - timedelta(1), bool(timedelta()))
print(t == timedelta(days=1, hours=6), t > timedelta(1), max(t, timedelta(2)), sum([t, t], timedelta()), hash(t) == hash(timedelta(1.25)))
print(timedelta(microseconds=0.5), timedelta(microseconds=1.5), timedelta(seconds=0.1), timedelta(1 / 3), timedelta(1) / 3, timedelta(7) / 2.5)
print(timedelta.max, timedelta.min, timedelta.resolution, timedelta(1) == 1, timedelta(days=0.5, hours=-12))
for call in (lambda: t / 0, lambda: timedelta(10**9), lambda: timedelta(1) * "a", lambda: timedelta(float("nan"))):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
