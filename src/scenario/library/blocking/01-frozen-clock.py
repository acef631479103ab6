# Title: A blocking call stops the clock hand
# Look for: While resize() blocks, the ticks stop. In a thread of its own it disturbs nobody.
# Level: first steps
# View: compare
#: In the loop
import asyncio
import time


def resize(picture):
    time.sleep(3)
    return f"{picture}, smaller"


async def clock():
    for second in range(1, 6):
        await asyncio.sleep(1)
        print("tick", second)


async def main():
    ticking = asyncio.create_task(clock())
    await asyncio.sleep(0.5)
    print(resize("photo"))
    await ticking


asyncio.run(main())
#: In a thread
import asyncio
import time


def resize(picture):
    time.sleep(3)
    return f"{picture}, smaller"


async def clock():
    for second in range(1, 6):
        await asyncio.sleep(1)
        print("tick", second)


async def main():
    ticking = asyncio.create_task(clock())
    await asyncio.sleep(0.5)
    print(await asyncio.to_thread(resize, "photo"))
    await ticking


asyncio.run(main())
