"""Every activity in a thread."""

import time
from concurrent.futures import ThreadPoolExecutor


def compute(seconds):
    """Keep the processor busy until this thread has used so much CPU time."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def work(number):
    """Work, one of 6 copies."""
    compute(1)


def main():
    with ThreadPoolExecutor(max_workers=6) as pool:
        futures = [pool.submit(work, number) for number in range(1, 7)]
        for future in futures:
            future.result()


if __name__ == "__main__":
    start = time.perf_counter()
    main()
    print(f"{time.perf_counter() - start:.2f} s in total")
