"""All activities as tasks of one event loop."""

import asyncio
import time


async def a():
    """A."""
    await asyncio.sleep(3)


async def b():
    """B."""
    await asyncio.sleep(3)


async def c():
    """C."""
    await asyncio.sleep(3)


async def main():
    await asyncio.gather(a(), b(), c())


if __name__ == "__main__":
    start = time.perf_counter()
    asyncio.run(main())
    print(f"{time.perf_counter() - start:.2f} s in total")
