# Title: Reading and writing files
# Look for: aiofiles hands each operation to a thread, so the loop goes on while the disk is busy.
# Level: intermediate
# View: timeline
#: Program
import asyncio

import aiofiles

CHAPTERS = ["one", "two", "three"]


async def write(name):
    async with aiofiles.open(f"{name}.txt", "w") as file:
        await file.write(f"chapter {name}\n")


async def read(name):
    async with aiofiles.open(f"{name}.txt") as file:
        return await file.read()


async def main():
    await asyncio.gather(*(write(name) for name in CHAPTERS))
    texts = await asyncio.gather(*(read(name) for name in CHAPTERS))
    async with aiofiles.open("book.txt", "w") as book:
        await book.write("".join(texts))
    async with aiofiles.open("book.txt") as book:
        print(await book.read(), end="")


asyncio.run(main())
