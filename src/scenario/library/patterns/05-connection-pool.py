# Title: Two connections for five queries
# Look for: A connection that comes back goes to the query that has waited longest; none is opened a second time.
# Level: intermediate
# View: timeline
#: Program
import asyncio
from contextlib import asynccontextmanager


class Pool:
    def __init__(self, size):
        self.free = asyncio.Queue()
        for number in range(1, size + 1):
            self.free.put_nowait(f"connection {number}")

    @asynccontextmanager
    async def connection(self):
        connection = await self.free.get()
        try:
            yield connection
        finally:
            self.free.put_nowait(connection)


async def query(name, seconds, pool):
    async with pool.connection() as connection:
        print(name, "uses", connection)
        await asyncio.sleep(seconds)


async def main():
    pool = Pool(2)
    work = (("users", 2), ("orders", 1), ("prices", 1), ("stock", 2), ("report", 1))
    await asyncio.gather(*(query(name, seconds, pool) for name, seconds in work))
    print(pool.free.qsize(), "connections are free")


asyncio.run(main())
