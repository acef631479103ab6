# Title: Not every await gives way
# Look for: Awaiting a coroutine that never waits runs straight through. Only a real suspension lets the other task run.
# Level: intermediate
# View: timeline
#: Program
import asyncio


async def add(a, b):
    return a + b


async def busy():
    total = 0
    for i in range(3):
        total = await add(total, i)
        print("busy", total)


async def polite():
    for i in range(3):
        print("polite", i)
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(polite(), busy(), polite())


asyncio.run(main())
