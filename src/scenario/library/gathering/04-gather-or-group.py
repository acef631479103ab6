# Title: gather or TaskGroup when one fails
# Look for: After the failure gather lets the others run on unseen; the group cancels them and waits until they are gone.
# Level: intermediate
# View: compare
#: gather
import asyncio


async def step(name, seconds, fails=False):
    try:
        await asyncio.sleep(seconds)
        if fails:
            raise ValueError(f"{name} failed")
        print(name, "finished")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    try:
        await asyncio.gather(step("copy", 3), step("check", 1, fails=True), step("index", 2))
    except ValueError as error:
        print("caught:", error)
    await asyncio.sleep(3)


asyncio.run(main())
#: TaskGroup
import asyncio


async def step(name, seconds, fails=False):
    try:
        await asyncio.sleep(seconds)
        if fails:
            raise ValueError(f"{name} failed")
        print(name, "finished")
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(step("copy", 3))
            group.create_task(step("check", 1, fails=True))
            group.create_task(step("index", 2))
    except* ValueError as failed:
        print("caught:", failed.exceptions)
    await asyncio.sleep(3)


asyncio.run(main())
