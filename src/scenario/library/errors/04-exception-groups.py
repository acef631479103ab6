# Title: Two errors at once
# Look for: Both children fail in the same turn, so the group carries both. Each except* takes its kind.
# Level: intermediate
# View: timeline
#: Program
import asyncio


async def fail(seconds, error):
    await asyncio.sleep(seconds)
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(1, ValueError("bad number")))
            group.create_task(fail(1, KeyError("name")))
            group.create_task(fail(2, OSError("too late to count")))
    except* ValueError as found:
        print("values:", found.exceptions)
    except* KeyError as found:
        print("keys:", found.exceptions)
    print("main goes on")


asyncio.run(main())
