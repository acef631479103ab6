"""Every activity in a thread."""

import time
from concurrent.futures import ThreadPoolExecutor


def compute(seconds):
    """Keep the processor busy until this thread has used so much CPU time."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def a():
    """A."""
    compute(2)


def b():
    """B."""
    compute(2)


def c():
    """C."""
    compute(2)


def main():
    with ThreadPoolExecutor(max_workers=3) as pool:
        futures = [pool.submit(a), pool.submit(b), pool.submit(c)]
        for future in futures:
            future.result()


if __name__ == "__main__":
    start = time.perf_counter()
    main()
    print(f"{time.perf_counter() - start:.2f} s in total")
