# Title: Being told when a task is done
# Look for: A done callback does not run inside the task: the loop calls it one turn after the task has ended.
# Level: intermediate
# View: timeline
#: Program
import asyncio


def announce(task):
    print("callback:", task.get_name(), "gave", task.result())


async def bake(what, minutes):
    await asyncio.sleep(minutes)
    print(what, "is out of the oven")
    return f"one {what}"


async def main():
    for what, minutes in (("cake", 2), ("loaf", 1)):
        task = asyncio.create_task(bake(what, minutes), name=what)
        task.add_done_callback(announce)
    await asyncio.sleep(3)


asyncio.run(main())
