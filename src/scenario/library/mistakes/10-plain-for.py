# Title: A plain for over an async generator
# Look for: for cannot wait for the next item, so it refuses. async for awaits each one.
# Level: first steps
# View: compare
#: Mistake
import asyncio


async def letters(word):
    for letter in word:
        await asyncio.sleep(0.5)
        yield letter


async def main():
    for letter in letters("loop"):
        print(letter)


asyncio.run(main())
#: Repaired
import asyncio


async def letters(word):
    for letter in word:
        await asyncio.sleep(0.5)
        yield letter


async def main():
    async for letter in letters("loop"):
        print(letter)


asyncio.run(main())
