import asyncio
import time


def long_job(name, seconds):
    print(f"{time.perf_counter():.2f} {name} starts")
    time.sleep(seconds)
    print(f"{time.perf_counter():.2f} {name} ends all the same")
    return name


async def main():
    task = asyncio.create_task(asyncio.to_thread(long_job, "job", 0.5))
    await asyncio.sleep(0.2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(f"{time.perf_counter():.2f} the wait was cancelled, not the thread")
    asyncio.create_task(asyncio.to_thread(long_job, "left behind", 0.6))
    await asyncio.sleep(0.1)
    print(f"{time.perf_counter():.2f} main returns")


asyncio.run(main())
print(f"{time.perf_counter():.2f} run waited for the thread")
