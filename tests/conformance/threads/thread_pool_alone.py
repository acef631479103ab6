import time
from concurrent.futures import ThreadPoolExecutor


def square(n):
    time.sleep(0.1 * n)
    print(f"{time.perf_counter():.2f} squared {n}")
    return n * n


def fails(n):
    raise ArithmeticError(f"cannot do {n}")


with ThreadPoolExecutor(max_workers=3) as pool:
    print(list(pool.map(square, [3, 1, 2, 2.5])))
    first, second = pool.submit(square, 4), pool.submit(square, 1)
    print(first.done(), second.result(), first.running(), first.result())
    failing = pool.submit(fails, 5)
    print(repr(failing.exception()), failing.done())
    try:
        failing.result()
    except ArithmeticError as error:
        print("caught", error)
    last = pool.submit(square, 5)
    last.add_done_callback(lambda future: print("callback", future.result()))
    print(f"{time.perf_counter():.2f} leaving")
print(f"{time.perf_counter():.2f} left")

with ThreadPoolExecutor(1) as pool:
    running = pool.submit(square, 1)
    queued = pool.submit(square, 2)
    time.sleep(0.02)
    print(running.cancel(), queued.cancel(), queued.cancelled(), queued.done())
start = time.perf_counter()
for n in (1, 2):
    square(n)
print(f"one after the other: {time.perf_counter() - start:.1f}")
start = time.perf_counter()
with ThreadPoolExecutor() as pool:
    results = pool.map(square, [1, 2], timeout=5)
print(f"in threads: {time.perf_counter() - start:.1f}", list(results))
try:
    ThreadPoolExecutor(max_workers=0)
except ValueError as error:
    print(error)
