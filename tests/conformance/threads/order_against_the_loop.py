import asyncio
import time

log = []


def worker(name, *delays):
    for i, delay in enumerate(delays):
        time.sleep(delay)
        log.append(f"{name}{i}")
        print(f"{time.perf_counter():.2f} {name}{i} log has {len(log)}")


async def watcher():
    for i in range(5):
        await asyncio.sleep(0.1)
        log.append(f"loop{i}")
        print(f"{time.perf_counter():.2f} loop{i} sees {log[-2:]}")


async def main():
    await asyncio.gather(watcher(), asyncio.to_thread(worker, "w", 0.05, 0.1, 0.2), asyncio.to_thread(worker, "v", 0.17, 0.17))
    print(log)
    print("-- the loop is blocked, the thread is not")
    task = asyncio.create_task(asyncio.to_thread(worker, "free", 0.1, 0.1, 0.1))
    await asyncio.sleep(0)
    time.sleep(0.25)
    print(f"{time.perf_counter():.2f} main unblocks")
    await task
    print(f"{time.perf_counter():.2f} main resumes")


asyncio.run(main())
