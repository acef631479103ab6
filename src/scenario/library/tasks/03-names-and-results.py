# Title: What a task knows
# Look for: Name, state and result of each task, before and after it ran.
# Level: intermediate
# View: timeline
#: Program
import asyncio


async def square(n):
    print(asyncio.current_task().get_name(), "runs")
    await asyncio.sleep(n)
    return n * n


async def main():
    tasks = [asyncio.create_task(square(n), name=f"square-{n}") for n in (1, 2, 3)]
    print([task.done() for task in tasks])
    await asyncio.sleep(2.5)
    print([task.done() for task in tasks])
    for task in tasks:
        print(task.get_name(), await task)


asyncio.run(main())
