# Title: Cancelled, but tidy
# Look for: cancel() only asks. The task gets CancelledError at its await, cleans up, and ends when it has finished that.
# Level: first steps
# View: timeline
#: Program
import asyncio


async def record():
    try:
        for minute in range(1, 10):
            await asyncio.sleep(1)
            print("recorded minute", minute)
    finally:
        print("saving")
        await asyncio.sleep(0.5)
        print("saved")


async def main():
    recorder = asyncio.create_task(record())
    await asyncio.sleep(2.5)
    recorder.cancel()
    print("asked to stop")
    try:
        await recorder
    except asyncio.CancelledError:
        print("recorder stopped")


asyncio.run(main())
