"""Every activity in a process."""

import time
from concurrent.futures import ProcessPoolExecutor


def a():
    """A."""
    time.sleep(3)


def b():
    """B."""
    time.sleep(3)


def c():
    """C."""
    time.sleep(3)


def main():
    with ProcessPoolExecutor(max_workers=3) as pool:
        futures = [pool.submit(a), pool.submit(b), pool.submit(c)]
        for future in futures:
            future.result()


if __name__ == "__main__":
    start = time.perf_counter()
    main()
    print(f"{time.perf_counter() - start:.2f} s in total")
