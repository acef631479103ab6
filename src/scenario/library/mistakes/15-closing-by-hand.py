# Title: Closed only if nothing goes wrong
# Look for: The error jumps over close(), and the door stays open. async with closes it on every way out.
# Level: first steps
# View: compare
#: Mistake
import asyncio


class Door:
    async def open(self):
        await asyncio.sleep(0.5)
        print("open")

    async def close(self):
        await asyncio.sleep(0.5)
        print("closed")


async def deliver():
    door = Door()
    await door.open()
    await asyncio.sleep(1)
    raise OSError("the parcel is too large")
    await door.close()


async def main():
    try:
        await deliver()
    except OSError as error:
        print("failed:", error)


asyncio.run(main())
#: Repaired
import asyncio


class Door:
    async def __aenter__(self):
        await asyncio.sleep(0.5)
        print("open")
        return self

    async def __aexit__(self, *error):
        await asyncio.sleep(0.5)
        print("closed")


async def deliver():
    async with Door():
        await asyncio.sleep(1)
        raise OSError("the parcel is too large")


async def main():
    try:
        await deliver()
    except OSError as error:
        print("failed:", error)


asyncio.run(main())
