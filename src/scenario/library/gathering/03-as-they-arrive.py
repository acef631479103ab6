# Title: as_completed: results as they arrive
# Look for: main handles each answer while slower ones are still on their way.
# Level: intermediate
# View: compare
#: gather
import asyncio


async def fetch(part, delay):
    await asyncio.sleep(delay)
    return part


async def show(part):
    await asyncio.sleep(1)
    print("shown:", part)


async def main():
    parts = [fetch("title", 1), fetch("photos", 4), fetch("text", 2)]
    for part in await asyncio.gather(*parts):
        await show(part)


asyncio.run(main())
#: as_completed
import asyncio


async def fetch(part, delay):
    await asyncio.sleep(delay)
    return part


async def show(part):
    await asyncio.sleep(1)
    print("shown:", part)


async def main():
    parts = [fetch("title", 1), fetch("photos", 4), fetch("text", 2)]
    for answer in asyncio.as_completed(parts):
        await show(await answer)


asyncio.run(main())
