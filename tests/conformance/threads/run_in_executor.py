import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def job(n, seconds):
    print(f"{time.perf_counter():.2f} job {n} starts")
    time.sleep(seconds)
    print(f"{time.perf_counter():.2f} job {n} ends")
    return n * 10


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, job, 0, 0.1))
    print("-- two workers, five jobs of different lengths")
    with ThreadPoolExecutor(max_workers=2) as pool:
        futures = [loop.run_in_executor(pool, job, n, 0.1 * n + 0.02) for n in range(1, 6)]
        await asyncio.sleep(0.01)
        print("submitted", [future.done() for future in futures])
        print(await asyncio.gather(*futures))
    print("-- leaving the with blocks the loop until the pool is done")
    with ThreadPoolExecutor(max_workers=1) as pool:
        left = loop.run_in_executor(pool, job, 9, 0.5)
        ticking = asyncio.create_task(tick(3))
        await asyncio.sleep(0.15)
    print(f"{time.perf_counter():.2f} pool closed")
    print(await left)
    await ticking
    try:
        pool.submit(job, 1, 1)
    except RuntimeError as error:
        print(error)


async def tick(times):
    for i in range(times):
        await asyncio.sleep(0.11)
        print(f"{time.perf_counter():.2f} tick {i}")


asyncio.run(main())
