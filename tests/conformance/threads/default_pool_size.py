import asyncio
import time


def job(n):
    time.sleep(0.1 + 0.01 * n)
    return n, round(time.perf_counter(), 2)


async def main():
    results = await asyncio.gather(*(asyncio.to_thread(job, n) for n in range(12)))
    for n, ended in results:
        print(n, f"{ended:.2f}")


asyncio.run(main())
