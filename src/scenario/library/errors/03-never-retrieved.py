# Title: An error that nobody asks for
# Look for: Nobody awaits the task, so its exception is only logged when the task is dropped.
# Level: intermediate
# View: timeline
#: Program
import asyncio


async def refresh():
    await asyncio.sleep(1)
    raise ConnectionError("the cache is gone")


async def main():
    task = asyncio.create_task(refresh())
    await asyncio.sleep(2)
    print("main goes on as if nothing had happened")
    del task
    await asyncio.sleep(1)
    print("end")


asyncio.run(main())
