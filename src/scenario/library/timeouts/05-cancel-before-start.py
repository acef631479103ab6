# Title: Cancelled before its first step
# Look for: A task that is cancelled before it ran never enters its body, so not even finally is reached.
# Level: advanced
# View: timeline
#: Program
import asyncio


async def job(name):
    try:
        print(name, "starts")
        await asyncio.sleep(1)
    finally:
        print(name, "cleans up")


async def main():
    early = asyncio.create_task(job("early"))
    late = asyncio.create_task(job("late"))
    early.cancel()
    await asyncio.sleep(0)
    late.cancel()
    results = await asyncio.gather(early, late, return_exceptions=True)
    print([type(result).__name__ for result in results])


asyncio.run(main())
