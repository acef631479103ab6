import asyncio
import time


def blocking(name, seconds, *, fail=False):
    print(f"{time.perf_counter():.2f} {name} starts")
    time.sleep(seconds)
    if fail:
        raise ValueError(f"{name} failed")
    print(f"{time.perf_counter():.2f} {name} ends")
    return name


async def heartbeat(times):
    for i in range(times):
        await asyncio.sleep(0.2)
        print(f"{time.perf_counter():.2f} beat {i}")


async def main():
    results = await asyncio.gather(
        asyncio.to_thread(blocking, "a", 0.5),
        asyncio.to_thread(blocking, "b", 0.3),
        heartbeat(3),
    )
    print(results)
    print(await asyncio.to_thread(blocking, "alone", 0.1))
    print(await asyncio.to_thread(lambda: "a lambda"))
    try:
        await asyncio.to_thread(blocking, "c", 0.1, fail=True)
    except ValueError as error:
        print("caught", error)
    print(await asyncio.gather(asyncio.to_thread(blocking, "d", 0.1, fail=True), return_exceptions=True))
    task = asyncio.create_task(asyncio.to_thread(blocking, "task", 0.2))
    await asyncio.sleep(0.1)
    print("task done?", task.done())
    print(await task)


asyncio.run(main())
print(f"{time.perf_counter():.2f} end")
