# Title: Computing: threads share, processes do not wait
# Look for: Threads take turns at the GIL, so computing takes as long as before. Processes run on cores of their own.
# Level: intermediate
# View: compare
#: Threads
from concurrent.futures import ThreadPoolExecutor


def count(limit):
    total = 0
    for i in range(limit):
        total += i
    return total


if __name__ == "__main__":
    with ThreadPoolExecutor(max_workers=3) as pool:
        results = list(pool.map(count, [20_000] * 3))
    print("all counted:", results)
#: Processes
from concurrent.futures import ProcessPoolExecutor


def count(limit):
    total = 0
    for i in range(limit):
        total += i
    return total


if __name__ == "__main__":
    with ProcessPoolExecutor(max_workers=3) as pool:
        results = list(pool.map(count, [20_000] * 3))
    print("all counted:", results)
