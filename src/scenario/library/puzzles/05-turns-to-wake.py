# Title: How many turns until it wakes?
# Look for: Between set_result and the print of the waiter lies a turn of the loop. The counter shows which.
# Level: advanced
# View: predict
#: Program
import asyncio


async def waiter(name, awaitable):
    print(name, "got", await awaitable)


async def counter():
    for turn in range(1, 6):
        print("turn", turn)
        await asyncio.sleep(0)


async def main():
    future = asyncio.get_running_loop().create_future()
    direct = asyncio.create_task(waiter("direct", future))
    through = asyncio.create_task(waiter("through a task", direct))
    await asyncio.sleep(0)
    counting = asyncio.create_task(counter())
    future.set_result(42)
    await asyncio.gather(direct, through, counting)


asyncio.run(main())
