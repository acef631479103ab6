# Title: Leaving an async generator early
# Look for: break does not close it. aclosing() runs its finally at once instead of some time later.
# Level: advanced
# View: compare
#: break
import asyncio


async def readings():
    try:
        for value in (20, 21, 35, 22):
            await asyncio.sleep(1)
            yield value
    finally:
        print("sensor switched off")


async def main():
    sensor = readings()
    async for value in sensor:
        print(value)
        if value > 30:
            break
    print("alarm")
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
#: aclosing
import asyncio
from contextlib import aclosing


async def readings():
    try:
        for value in (20, 21, 35, 22):
            await asyncio.sleep(1)
            yield value
    finally:
        print("sensor switched off")


async def main():
    async with aclosing(readings()) as sensor:
        async for value in sensor:
            print(value)
            if value > 30:
                break
    print("alarm")
    await asyncio.sleep(1)
    print("main ends")


asyncio.run(main())
