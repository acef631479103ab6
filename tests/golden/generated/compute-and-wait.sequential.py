"""One activity after another."""

import time


def compute(seconds):
    """Keep the processor busy until this thread has used so much CPU time."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def a():
    """A."""
    time.sleep(2)
    compute(1)


def b():
    """B."""
    time.sleep(2)
    compute(1)


def c():
    """C."""
    time.sleep(2)
    compute(1)


def main():
    a()
    b()
    c()


if __name__ == "__main__":
    start = time.perf_counter()
    main()
    print(f"{time.perf_counter() - start:.2f} s in total")
