# Title: At most two calls a second
# Look for: Every call reserves the next free slot, half a second after the one before, and then runs on without holding anything.
# Level: intermediate
# View: timeline
#: Program
import asyncio


class RateLimit:
    def __init__(self, per_second):
        self.gap = 1 / per_second
        self.next_slot = 0.0

    async def slot(self):
        now = asyncio.get_running_loop().time()
        start = max(now, self.next_slot)
        self.next_slot = start + self.gap
        await asyncio.sleep(start - now)


async def call(number, limit):
    await limit.slot()
    print("call", number, "begins")
    await asyncio.sleep(1.2)


async def main():
    limit = RateLimit(per_second=2)
    await asyncio.gather(*(call(number, limit) for number in range(1, 7)))


asyncio.run(main())
