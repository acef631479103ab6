# Title: Awaits that need not wait for each other
# Look for: Neither call needs the result of the other, yet the second begins only when the first has ended.
# Level: first steps
# View: compare
#: Mistake
import asyncio


async def load_user():
    await asyncio.sleep(2)
    return "Ann"


async def load_weather():
    await asyncio.sleep(1)
    return "sunny"


async def main():
    user = await load_user()
    weather = await load_weather()
    print(f"Hello {user}, it is {weather}")


asyncio.run(main())
#: Repaired
import asyncio


async def load_user():
    await asyncio.sleep(2)
    return "Ann"


async def load_weather():
    await asyncio.sleep(1)
    return "sunny"


async def main():
    user, weather = await asyncio.gather(load_user(), load_weather())
    print(f"Hello {user}, it is {weather}")


asyncio.run(main())
