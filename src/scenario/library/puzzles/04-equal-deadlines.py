# Title: Three alarms at the same time
# Look for: The timers end together. Which task wakes first?
# Level: intermediate
# View: predict
#: Program
import asyncio


async def alarm(name, first, second):
    await asyncio.sleep(first)
    await asyncio.sleep(second)
    print(name)


async def main():
    await asyncio.gather(alarm("two and one", 2, 1), alarm("one and two", 1, 2), alarm("three", 3, 0))


asyncio.run(main())
