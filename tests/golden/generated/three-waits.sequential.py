"""One activity after another."""

import time


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
    a()
    b()
    c()


if __name__ == "__main__":
    start = time.perf_counter()
    main()
    print(f"{time.perf_counter() - start:.2f} s in total")
