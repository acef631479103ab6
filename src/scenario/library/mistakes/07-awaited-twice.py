# Title: A coroutine can be awaited once
# Look for: The second await of the same coroutine object fails. A task keeps its result for everyone who awaits it.
# Level: intermediate
# View: compare
#: Mistake
import asyncio


async def roll():
    await asyncio.sleep(1)
    return 4


async def main():
    dice = roll()
    print(await dice)
    try:
        print(await dice)
    except RuntimeError as error:
        print("RuntimeError:", error)


asyncio.run(main())
#: Repaired
import asyncio


async def roll():
    await asyncio.sleep(1)
    return 4


async def main():
    dice = asyncio.create_task(roll())
    print(await dice)
    print(await dice)


asyncio.run(main())
