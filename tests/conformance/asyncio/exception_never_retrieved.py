import asyncio


async def fails(name):
    await asyncio.sleep(0.1)
    raise ValueError(f"{name} failed")


async def main():
    task = asyncio.create_task(fails("lost"), name="Lost")
    await asyncio.sleep(0.2)
    print("done", task.done())
    del task
    print("dropped")
    kept = asyncio.create_task(fails("kept"))
    await asyncio.sleep(0.2)
    print(repr(kept.exception()))
    del kept
    print("end")


asyncio.run(main())
