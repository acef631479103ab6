# Title: An executor with two threads
# Look for: Five jobs, two workers: a job starts when a worker is free.
# Level: intermediate
# View: timeline
#: Program
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def convert(name, seconds):
    time.sleep(seconds)
    print(name, "converted")
    return name.upper()


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2, thread_name_prefix="converter") as pool:
        jobs = [
            loop.run_in_executor(pool, convert, name, seconds)
            for name, seconds in (("a", 2), ("b", 1), ("c", 4), ("d", 1), ("e", 1))
        ]
        print(await asyncio.gather(*jobs))


asyncio.run(main())
