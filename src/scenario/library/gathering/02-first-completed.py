# Title: wait: the first that completes
# Look for: wait returns after a second with one task done and two pending. The two go on until they are cancelled.
# Level: intermediate
# View: timeline
#: Program
import asyncio


async def mirror(city, delay):
    await asyncio.sleep(delay)
    return f"copy from {city}"


async def main():
    tasks = {
        asyncio.create_task(mirror(city, delay), name=city)
        for city, delay in (("Oslo", 2), ("Lima", 1), ("Pune", 3))
    }
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(done.pop().result())
    print("still pending:", sorted(task.get_name() for task in pending))
    for task in pending:
        task.cancel()
    await asyncio.wait(pending)
    print("cancelled:", all(task.cancelled() for task in pending))


asyncio.run(main())
