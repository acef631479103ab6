# Title: Who prints first?
# Look for: The order of create_task, of call_soon, and of main's own print.
# Level: first steps
# View: predict
#: Program
import asyncio


async def child(name):
    print(name)


async def main():
    loop = asyncio.get_running_loop()
    one = asyncio.create_task(child("task one"))
    loop.call_soon(print, "callback")
    two = asyncio.create_task(child("task two"))
    print("main")
    await two
    await one


asyncio.run(main())
