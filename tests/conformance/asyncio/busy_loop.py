import asyncio
import time


def spin(seconds):
    end = time.perf_counter() + seconds
    turns = 0
    while time.perf_counter() < end:
        turns += 1
    return turns > 1000


async def ticker():
    for i in range(3):
        print(f"tick {i} at {time.perf_counter():.2f}")
        await asyncio.sleep(0.02)


async def cpu():
    await asyncio.sleep(0)
    print("spinning")
    print("many turns:", spin(0.05))
    print(f"spun until {time.perf_counter():.2f}")


asyncio.run(ticker())


async def main():
    await asyncio.gather(ticker(), cpu())


asyncio.run(main())
