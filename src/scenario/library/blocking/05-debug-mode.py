# Title: Debug mode tells who is slow
# Look for: With debug=True the loop logs every step that took more than a tenth of a second, and names the task.
# Level: intermediate
# View: timeline
#: Program
import asyncio
import time


async def resize(picture):
    time.sleep(0.25)
    print(picture, "resized")


async def upload(picture):
    await asyncio.sleep(0.25)
    print(picture, "uploaded")


async def main():
    for picture in ("cat.png", "dog.png"):
        await asyncio.gather(resize(picture), upload(picture))


asyncio.run(main(), debug=True)
