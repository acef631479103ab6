# Title: A loop that waits for its next item
# Look for: Each turn of async for awaits __anext__; between two items the other task runs.
# Level: intermediate
# View: timeline
#: Program
import asyncio


class Countdown:
    def __init__(self, start):
        self.number = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.number == 0:
            raise StopAsyncIteration
        await asyncio.sleep(1)
        self.number -= 1
        return self.number + 1


async def rocket():
    async for number in Countdown(3):
        print(number)
    print("lift-off")


async def crowd():
    for _ in range(4):
        await asyncio.sleep(0.8)
        print("      wave")


async def main():
    await asyncio.gather(rocket(), crowd())


asyncio.run(main())
