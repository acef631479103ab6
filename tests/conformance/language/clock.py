import time

start = time.perf_counter()
time.sleep(0.5)
print(f"{time.perf_counter() - start:.2f}")
time.sleep(0)
time.sleep(0.25)
print(f"{time.perf_counter():.2f} {time.monotonic():.2f} {time.time():.2f}")
print(time.perf_counter() < time.perf_counter(), type(time.time()).__name__)
before = time.monotonic()
total = sum(i * i for i in range(1000))
print(total, f"{time.monotonic() - before:.3f}")
for i in range(3):
    time.sleep(0.1)
    print(f"step {i} at {time.perf_counter():.1f}")
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
try:
    time.sleep("1")
except TypeError as error:
    print(error)


def timed(function):
    def wrapper(*args):
        began = time.perf_counter()
        result = function(*args)
        print(f"{function.__name__} took {time.perf_counter() - began:.1f} s")
        return result

    return wrapper


@timed
def slow(seconds):
    time.sleep(seconds)
    return seconds


print(slow(1.5), slow(2))
from time import perf_counter, sleep

sleep(1)
print(f"{perf_counter():.2f}")
import time as clock

clock.sleep(0.5)
print(f"{clock.perf_counter():.2f}")
