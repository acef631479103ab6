# Title: A heartbeat that notices silence
# Look for: Every beat moves the deadline. When the beats stop, the watcher is the one that wakes up.
# Level: advanced
# View: timeline
#: Program
import asyncio


async def machine(beats):
    for pause in (1, 1, 1, 5):
        await asyncio.sleep(pause)
        beats.set()


async def watch(beats):
    while True:
        try:
            async with asyncio.timeout(2):
                await beats.wait()
        except TimeoutError:
            print("no beat for two seconds")
            return
        beats.clear()
        print("beat")


async def main():
    beats = asyncio.Event()
    running = asyncio.create_task(machine(beats), name="machine")
    await watch(beats)
    running.cancel()


asyncio.run(main())
