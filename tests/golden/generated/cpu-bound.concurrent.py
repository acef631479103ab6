"""All activities as tasks of one event loop."""

import asyncio
import time


def compute(seconds):
    """Keep the processor busy until this thread has used so much CPU time."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


async def a():
    """A."""
    compute(2)


async def b():
    """B."""
    compute(2)


async def c():
    """C."""
    compute(2)


async def main():
    await asyncio.gather(a(), b(), c())


if __name__ == "__main__":
    start = time.perf_counter()
    asyncio.run(main())
    print(f"{time.perf_counter() - start:.2f} s in total")
