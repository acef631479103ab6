# Title: A task that will not be cancelled
# Look for: CancelledError is caught and dropped, so the loop goes on and the timeout has no effect. Clean up, then raise again.
# Level: intermediate
# View: compare
#: Mistake
import asyncio


async def sync_files():
    for part in range(1, 5):
        try:
            await asyncio.sleep(1)
            print("part", part)
        except asyncio.CancelledError:
            print("not now")


async def main():
    task = asyncio.create_task(sync_files())
    await asyncio.sleep(1.5)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())
#: Repaired
import asyncio


async def sync_files():
    for part in range(1, 5):
        try:
            await asyncio.sleep(1)
            print("part", part)
        except asyncio.CancelledError:
            print("putting things away")
            raise


async def main():
    task = asyncio.create_task(sync_files())
    await asyncio.sleep(1.5)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


asyncio.run(main())
