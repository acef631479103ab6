#: months
import calendar

print(calendar.month(2024, 2))
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.leapdays(2000, 2025), calendar.weekday(2024, 2, 29))
print(calendar.monthcalendar(2024, 9)[0], list(calendar.day_name)[:2], calendar.month_abbr[3], calendar.timegm((1970, 1, 2, 0, 0, 1)))
print(calendar.TextCalendar(calendar.SUNDAY).formatmonth(2023, 10), end="")
print([str(day) for day in calendar.Calendar().itermonthdates(2024, 2)][:4], calendar.day_abbr[calendar.FRIDAY])
try:
    calendar.monthrange(2024, 13)
except ValueError as error:
    print(error)
#: a year
import calendar

print(calendar.calendar(2024))
