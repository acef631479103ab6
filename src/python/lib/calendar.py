"""calendar: months as texts and as weeks."""

import _calendar_math as _math

__all__ = [
    "Calendar", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY", "TextCalendar", "calendar",
    "day_abbr", "day_name", "isleap", "leapdays", "month", "month_abbr", "month_name", "monthcalendar", "monthrange",
    "prmonth", "setfirstweekday", "timegm", "weekday",
]  # fmt: skip



class Day(int):
    """A day of the week: 0 is Monday."""

    def __repr__(self):
        return f"calendar.{_math.DAYS[self].upper()}"

    def __str__(self):
        return str(int(self))


MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = [Day(i) for i in range(7)]
day_name = list(_math.DAYS)
day_abbr = [name[:3] for name in _math.DAYS]
month_name = ["", *_math.MONTHS]
month_abbr = ["", *[name[:3] for name in _math.MONTHS]]
isleap = _math.is_leap


class IllegalMonthError(ValueError, IndexError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


def leapdays(y1, y2):
    return sum([_math.is_leap(year) for year in range(y1, y2)])


def weekday(year, month, day):
    return Day((_math.to_ordinal(year, month, day) + 6) % 7)


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), _math.days_in_month(year, month)


def timegm(tuple):
    year, month, day, hour, minute, second = tuple[:6]
    return ((_math.to_ordinal(year, month, day) - _math.EPOCH) * 24 + hour) * 3600 + minute * 60 + second


class Calendar:
    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def iterweekdays(self):
        return iter([(self.firstweekday + i) % 7 for i in range(7)])

    def itermonthdays(self, year, month):
        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        after = -(before + days) % 7
        return iter([0] * before + list(range(1, days + 1)) + [0] * after)

    def itermonthdays2(self, year, month):
        return iter([(day, (at + self.firstweekday) % 7) for at, day in enumerate(self.itermonthdays(year, month))])

    def itermonthdates(self, year, month):
        from datetime import date, timedelta

        first = date(year, month, 1)
        begin = first - timedelta(days=(first.weekday() - self.firstweekday) % 7)
        return iter([begin + timedelta(days=i) for i in range(len(list(self.itermonthdays(year, month))))])

    def _weeks(self, days):
        days = list(days)
        return [days[at : at + 7] for at in range(0, len(days), 7)]

    def monthdayscalendar(self, year, month):
        return self._weeks(self.itermonthdays(year, month))

    def monthdays2calendar(self, year, month):
        return self._weeks(self.itermonthdays2(year, month))

    def monthdatescalendar(self, year, month):
        return self._weeks(self.itermonthdates(year, month))


class TextCalendar(Calendar):
    def formatday(self, day, weekday, width):
        return (f"{day:2d}" if day else "").center(width)

    def formatweek(self, theweek, width):
        return " ".join([self.formatday(day, weekday, width) for day, weekday in theweek])

    def prweek(self, theweek, width):
        print(self.formatweek(theweek, width), end="")

    def formatweekday(self, day, width):
        names = day_name if width >= 9 else day_abbr
        return names[day][:width].center(width)

    def formatweekheader(self, width):
        return " ".join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = month_name[themonth]
        return (f"{name} {theyear!r}" if withyear else name).center(width)

    def formatmonth(self, theyear, themonth, w=0, l=0):
        w = max(2, w)
        gap = "\n" * max(1, l)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1).rstrip(), self.formatweekheader(w).rstrip()]
        lines += [self.formatweek(week, w).rstrip() for week in self.monthdays2calendar(theyear, themonth)]
        return gap.join(lines) + gap

    def prmonth(self, theyear, themonth, w=0, l=0):
        print(self.formatmonth(theyear, themonth, w, l), end="")

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        w = max(2, w)
        gap = "\n" * max(1, l)
        width = (w + 1) * 7 - 1
        spaces = " " * max(2, c)
        parts = [repr(theyear).center(width * m + len(spaces) * (m - 1)).rstrip(), "\n" * max(1, l)]
        for begin in range(1, 13, m):
            months = range(begin, min(begin + m, 13))
            names = [self.formatmonthname(theyear, k, width, False) for k in months]
            parts += [gap, spaces.join(names).rstrip(), gap]
            parts += [spaces.join([self.formatweekheader(w)] * len(months)).rstrip(), gap]
            weeks = [self.monthdays2calendar(theyear, k) for k in months]
            for row in range(max([len(month) for month in weeks])):
                cells = [self.formatweek(month[row], w) if row < len(month) else " " * width for month in weeks]
                parts += [spaces.join(cells).rstrip(), gap]
        return "".join(parts)

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print(self.formatyear(theyear, w, l, c, m), end="")


_calendar = TextCalendar()


def setfirstweekday(firstweekday):
    _calendar.firstweekday = firstweekday


def firstweekday():
    return _calendar.firstweekday


month = _calendar.formatmonth
prmonth = _calendar.prmonth
monthcalendar = _calendar.monthdayscalendar
weekheader = _calendar.formatweekheader
calendar = _calendar.formatyear
prcal = _calendar.pryear
