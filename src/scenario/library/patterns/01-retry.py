# Title: Try again, later each time
# Look for: The pauses double: 1, 2, 4 seconds. The fourth attempt succeeds.
# Level: intermediate
# View: timeline
#: Program
import asyncio

failures_left = 3


async def call_service():
    global failures_left
    await asyncio.sleep(0.5)
    if failures_left:
        failures_left -= 1
        raise ConnectionError("service is down")
    return "answer"


async def retry(attempts):
    for attempt in range(1, attempts + 1):
        try:
            return await call_service()
        except ConnectionError as error:
            if attempt == attempts:
                raise
            pause = 2 ** (attempt - 1)
            print(f"attempt {attempt}: {error}, again in {pause} s")
            await asyncio.sleep(pause)


async def main():
    print(await retry(5))


asyncio.run(main())
