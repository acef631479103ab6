# Title: async with waits twice
# Look for: Opening and closing are awaited, so other tasks run meanwhile, and closing happens although the body fails.
# Level: first steps
# View: timeline
#: Program
import asyncio


class Connection:
    async def __aenter__(self):
        await asyncio.sleep(1)
        print("open")
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0.5)
        print("closed after", kind.__name__ if kind else "no error")

    async def query(self, text):
        await asyncio.sleep(1)
        if not text:
            raise ValueError("empty query")
        return f"rows of {text}"


async def main():
    try:
        async with Connection() as connection:
            print(await connection.query("users"))
            print(await connection.query(""))
    except ValueError as error:
        print("failed:", error)


asyncio.run(main())
