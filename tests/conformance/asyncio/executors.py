#: to_thread and run_in_executor: turns
import asyncio, time


async def main():
    loop = asyncio.get_running_loop()

    def block(n):
        time.sleep(n)
        return n
    print(await asyncio.gather(asyncio.to_thread(block, 0.3), asyncio.to_thread(block, 0.1), loop.run_in_executor(None, block, 0.2)), f"{loop.time():.1f}")
    f = loop.run_in_executor(None, block, 1)
    t = asyncio.create_task(asyncio.wait_for(f, 0.1))
    try:
        await t
    except TimeoutError:
        print("gave up", f"{loop.time():.1f}", f.cancelled())

    def fail():
        raise ValueError("in thread")
    try:
        await asyncio.to_thread(fail)
    except ValueError as e:
        print(repr(e))

    def kw(a, *, b):
        return (a, b)
    print(await asyncio.to_thread(kw, 1, b=2))
    from concurrent.futures import ThreadPoolExecutor
    with ThreadPoolExecutor(1) as pool:
        print(await loop.run_in_executor(pool, block, 0.1))
        w = asyncio.wrap_future(pool.submit(block, 0.1))
        print(await w, asyncio.wrap_future(w) is w)
    try:
        loop.set_default_executor(5)
    except TypeError as e:
        print(e)
    await loop.shutdown_default_executor()
    try:
        loop.run_in_executor(None, block, 1)
    except RuntimeError as e:
        print(e)


asyncio.run(main())
#: run_coroutine_threadsafe from a thread
import asyncio, threading


async def work(x):
    await asyncio.sleep(0.1)
    return x * 2


async def fails():
    raise KeyError("k")


async def main():
    loop = asyncio.get_running_loop()

    def other():
        f = asyncio.run_coroutine_threadsafe(work(21), loop)
        print(f.result(), f.done())
        f = asyncio.run_coroutine_threadsafe(fails(), loop)
        try:
            f.result()
        except KeyError as e:
            print(repr(e))
        try:
            asyncio.run_coroutine_threadsafe(print, loop)
        except TypeError as e:
            print(e)
        f = asyncio.run_coroutine_threadsafe(work(1), loop)
        try:
            f.result(timeout=0.01)
        except TimeoutError:
            print("timeout", f.cancel(), f.cancelled())
        loop.call_soon_threadsafe(print, "called soon")
    await asyncio.to_thread(other)
    await asyncio.sleep(0.5)


asyncio.run(main())
#: a job that nobody waits for any more still wakes the loop when it is done
import asyncio, time


def job():
    print("job starts")
    time.sleep(0.0205)
    print("job ends")


async def main():
    try:
        async with asyncio.timeout(0.0001):
            await asyncio.to_thread(job)
    except TimeoutError:
        print("no time")
    loop = asyncio.get_running_loop()
    begin = loop.time()
    await asyncio.sleep(0.05)
    print(round((loop.time() - begin) * 1000, 1), "ms")


asyncio.run(main())
