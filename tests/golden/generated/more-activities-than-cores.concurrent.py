"""All activities as tasks of one event loop."""

import asyncio
import time


def compute(seconds):
    """Keep the processor busy until this thread has used so much CPU time."""
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


async def work(number):
    """Work, one of 6 copies."""
    compute(1)


async def main():
    await asyncio.gather(*(work(number) for number in range(1, 7)))


if __name__ == "__main__":
    start = time.perf_counter()
    asyncio.run(main())
    print(f"{time.perf_counter() - start:.2f} s in total")
