# Title: wait_for gives up
# Look for: At the deadline the call is cancelled: CancelledError inside, TimeoutError outside.
# Level: first steps
# View: timeline
#: Program
import asyncio


async def answer(seconds):
    try:
        await asyncio.sleep(seconds)
        return "an answer"
    except asyncio.CancelledError:
        print("cancelled inside")
        raise


async def main():
    for seconds in (1, 5):
        try:
            print(await asyncio.wait_for(answer(seconds), timeout=2))
        except TimeoutError:
            print("no answer after 2 s")


asyncio.run(main())
