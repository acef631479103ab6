# Title: A task in the background
# Look for: The task goes on while main does something else. When main awaits it, it is done already, and the await costs no time.
# Level: first steps
# View: timeline
#: Program
import asyncio


async def upload(name):
    await asyncio.sleep(2)
    return f"{name} uploaded"


async def main():
    task = asyncio.create_task(upload("photo"))
    for page in range(1, 4):
        await asyncio.sleep(1)
        print("turned to page", page)
    print(await task)


asyncio.run(main())
