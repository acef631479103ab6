# Title: Long computations in the loop
# Look for: The count keeps the loop's thread busy, and the ticks come late. A worker process takes it off the loop.
# Level: intermediate
# View: compare
#: Mistake
import asyncio


def count(limit):
    total = 0
    for i in range(limit):
        total += i
    return total


async def tick():
    for number in range(1, 5):
        await asyncio.sleep(0.001)
        print("tick", number)


async def main():
    ticking = asyncio.create_task(tick())
    await asyncio.sleep(0)
    print("total", count(20_000))
    await ticking


if __name__ == "__main__":
    asyncio.run(main())
#: Repaired
import asyncio
from concurrent.futures import ProcessPoolExecutor


def count(limit):
    total = 0
    for i in range(limit):
        total += i
    return total


async def tick():
    for number in range(1, 5):
        await asyncio.sleep(0.001)
        print("tick", number)


async def main():
    loop = asyncio.get_running_loop()
    ticking = asyncio.create_task(tick())
    with ProcessPoolExecutor(max_workers=1) as pool:
        total = await loop.run_in_executor(pool, count, 20_000)
    await ticking
    print("total", total)


if __name__ == "__main__":
    asyncio.run(main())
