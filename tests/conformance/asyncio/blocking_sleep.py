import asyncio
import time


def stamp(*words):
    print(f"{time.perf_counter():.2f}", *words)


async def polite(name, seconds):
    stamp(name, "sleeps")
    await asyncio.sleep(seconds)
    stamp(name, "woke")


async def rude(name, seconds):
    stamp(name, "blocks")
    time.sleep(seconds)
    stamp(name, "returns")


async def heartbeat(times):
    for i in range(times):
        stamp("beat", i)
        await asyncio.sleep(0.1)


async def main():
    await asyncio.gather(polite("p1", 0.2), rude("r1", 0.5), polite("p2", 0.1))
    print("--")
    await asyncio.gather(heartbeat(5), rude("r2", 0.35), polite("p3", 0.3))
    print("--")
    await asyncio.gather(rude("r3", 0.2), rude("r4", 0.2))
    print("-- timers that were due together fire in the order of their deadlines")
    tasks = [asyncio.create_task(polite(f"t{d}", d)) for d in (0.3, 0.1, 0.2)]
    await asyncio.sleep(0)
    time.sleep(1)
    stamp("main blocked for a second")
    await asyncio.gather(*tasks)
    asyncio.get_running_loop().call_later(0.1, stamp, "callback")
    time.sleep(0.3)
    stamp("still main")
    await asyncio.sleep(0)
    stamp("after one turn")
    await asyncio.sleep(0)
    stamp("after two turns")


asyncio.run(main())
