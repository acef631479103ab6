# Title: What does finally see?
# Look for: The cancelled task cleans up before the one that cancelled it goes on, or does it?
# Level: intermediate
# View: predict
#: Program
import asyncio


async def nap():
    try:
        await asyncio.sleep(10)
    finally:
        print("nap: finally")


async def main():
    task = asyncio.create_task(nap())
    await asyncio.sleep(1)
    print("main: cancel")
    task.cancel()
    print("main: after cancel")
    await asyncio.sleep(0)
    print("main: after sleep(0)")


asyncio.run(main())
