import asyncio
import time
from concurrent.futures import ProcessPoolExecutor

counter = 0


def work(name, seconds):
    global counter
    counter += 1
    print(f"{time.perf_counter():.2f} {name} starts", flush=True)
    time.sleep(seconds)
    print(f"{time.perf_counter():.2f} {name} ends", flush=True)
    return name.upper(), counter


def fails(n):
    raise ValueError(f"bad {n}")


def mutate(items):
    items.append("changed in the worker")
    return items


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=2) as pool:
        jobs = [loop.run_in_executor(pool, work, name, seconds) for name, seconds in (("a", 0.3), ("b", 0.5), ("c", 0.4))]
        ticking = asyncio.create_task(tick())
        print(await asyncio.gather(*jobs))
        await ticking
        print("counter here:", counter)
        items = ["original"]
        print(await loop.run_in_executor(pool, mutate, items), items)
        try:
            await loop.run_in_executor(pool, fails, 3)
        except ValueError as error:
            print("caught", error)
        try:
            await loop.run_in_executor(pool, lambda: 1)
        except Exception as error:
            print("a lambda cannot be sent:", type(error).__name__)


async def tick():
    for i in range(4):
        await asyncio.sleep(0.2104)
        print(f"{time.perf_counter():.2f} tick {i}")


def square(n):
    return n * n


if __name__ == "__main__":
    asyncio.run(main())
    with ProcessPoolExecutor(max_workers=3) as pool:
        print(list(pool.map(square, range(5))))
        future = pool.submit(work, "single", 0.2)
        print(future.done(), future.result()[0])
