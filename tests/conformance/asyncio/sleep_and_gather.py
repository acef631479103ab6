import asyncio
import time


async def fetch(name, seconds):
    print(f"{name} starts at {time.perf_counter():.2f}")
    await asyncio.sleep(seconds)
    print(f"{name} ends at {time.perf_counter():.2f}")
    return name.upper()


async def main():
    print(await fetch("alone", 0.5))
    print(await asyncio.gather(fetch("a", 0.3), fetch("b", 0.1), fetch("c", 0.2)))
    print(await asyncio.gather())
    print(await asyncio.sleep(0.25, result="slept"))
    print(await asyncio.sleep(0, "zero"), await asyncio.sleep(-1, "negative"))
    start = time.monotonic()
    for seconds in (0.1, 0.2):
        await asyncio.sleep(seconds)
    print(f"{time.monotonic() - start:.2f}")
    nested = await asyncio.gather(asyncio.gather(fetch("x", 0.2), fetch("y", 0.1)), fetch("z", 0.15))
    print(nested)
    same = fetch("once", 0.1)
    print(await asyncio.gather(same, same))
    return "main result"


print(asyncio.run(main()))
print(f"{time.perf_counter():.2f} {time.time():.2f}")
