import asyncio
import time


async def inner(name):
    for i in range(2):
        await asyncio.sleep(0.1)
        print(f"{time.perf_counter():.2f} {name} {i}")
    return name


def run_a_loop(name):
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        print(error)
    return asyncio.run(inner(name))


def from_a_thread(loop, future):
    time.sleep(0.15)
    loop.call_soon_threadsafe(future.set_result, "set from a thread")
    future_of_coroutine = asyncio.run_coroutine_threadsafe(inner("threadsafe"), loop)
    print("thread got", future_of_coroutine.result())


async def main():
    print(await asyncio.gather(asyncio.to_thread(run_a_loop, "in a thread"), outer_ticks()))
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    job = loop.run_in_executor(None, from_a_thread, loop, future)
    print(await future, f"at {time.perf_counter():.2f}")
    await job


async def outer_ticks():
    for i in range(3):
        await asyncio.sleep(0.07)
        print(f"{time.perf_counter():.2f} outer {i}")


asyncio.run(main())
