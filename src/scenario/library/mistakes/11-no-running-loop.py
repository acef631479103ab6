# Title: A task without a loop
# Look for: create_task puts a task into the running loop. In plain code none is running, so it fails.
# Level: first steps
# View: compare
#: Mistake
import asyncio


async def greet(name):
    await asyncio.sleep(1)
    print("hello", name)


task = asyncio.create_task(greet("ann"))
asyncio.run(asyncio.sleep(2))
#: Repaired
import asyncio


async def greet(name):
    await asyncio.sleep(1)
    print("hello", name)


async def main():
    task = asyncio.create_task(greet("ann"))
    await task


asyncio.run(main())
