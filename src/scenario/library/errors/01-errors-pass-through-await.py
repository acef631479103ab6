# Title: An error comes out where it is awaited
# Look for: The task fails after one second; main hears of it after two, when it awaits the task.
# Level: first steps
# View: timeline
#: Program
import asyncio


async def parse(text):
    await asyncio.sleep(1)
    return int(text)


async def main():
    task = asyncio.create_task(parse("twelve"))
    await asyncio.sleep(2)
    print("task done:", task.done())
    try:
        print(await task)
    except ValueError as error:
        print("caught:", error)


asyncio.run(main())
