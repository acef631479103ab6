#: broken down times
import time

t = time.gmtime(1e9)
print(t, t.tm_year, t[0], t[:3], len(t), t.tm_zone, t.tm_gmtoff, time.gmtime(0) == time.localtime(0), time.gmtime(-1)[:6])
print(time.struct_time((2024, 1, 2, 3, 4, 5, 0, 0, -1)), time.mktime(t), time.mktime((2024, 14, 1, 0, 0, 0, 0, 0, 0)))
print(time.asctime(t), time.ctime(0), time.timezone, time.altzone, time.daylight, type(t))
for call in (
    lambda: time.struct_time((1, 2)),
    lambda: time.gmtime("a"),
    lambda: time.strftime("%d", 5),
    lambda: time.strftime("%d", (2024, 13, 1, 0, 0, 0, 0, 1, 0)),
    lambda: time.gmtime(1e20),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
#: strftime and strptime
import time

t = time.gmtime(1e9 + 3600 * 7)
print(time.strftime("%Y-%m-%d %H:%M:%S", t), time.strftime("%A %a %B %b %j %p %I %y", t), time.strftime("%c", t))
p = time.strptime("29 Feb 24", "%d %b %y")
print(p, time.strftime("%x", p), time.strptime("Sun Sep  9 08:46:40 2001").tm_hour)
try:
    time.strptime("x", "%Y")
except ValueError as error:
    print(error)
#: clocks
import time

a, b = time.monotonic_ns(), time.monotonic_ns()
print(a < b, isinstance(a, int), isinstance(time.time_ns(), int), time.perf_counter_ns() > b)
start = time.perf_counter()
time.sleep(0.25)
print(round(time.perf_counter() - start, 3), round(time.time() - start, 3), round(time.monotonic() - start, 3))
print(time.sleep(0), time.sleep(True))
for wrong in (-1, "a", None):
    try:
        time.sleep(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
