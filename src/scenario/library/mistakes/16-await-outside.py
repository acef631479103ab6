# Title: await in a plain function
# Look for: Python refuses the whole file before the first line runs. A function that awaits has to be async itself.
# Level: first steps
# View: compare
#: Mistake
import asyncio


async def fetch():
    await asyncio.sleep(1)
    return "page"


def show():
    print(await fetch())


show()
#: Repaired
import asyncio


async def fetch():
    await asyncio.sleep(1)
    return "page"


async def show():
    print(await fetch())


asyncio.run(show())
