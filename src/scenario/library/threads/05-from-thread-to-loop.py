# Title: A thread wakes the event loop
# Look for: The worker thread may not touch the loop's queue itself; call_soon_threadsafe wakes the loop, which then does it.
# Level: advanced
# View: timeline
#: Program
import asyncio
import threading
import time


def sensor(loop, queue):
    for value in (18, 19, 21):
        time.sleep(1)
        loop.call_soon_threadsafe(queue.put_nowait, value)
    loop.call_soon_threadsafe(queue.put_nowait, None)


async def main():
    queue = asyncio.Queue()
    thread = threading.Thread(target=sensor, args=(asyncio.get_running_loop(), queue), name="sensor")
    thread.start()
    while (value := await queue.get()) is not None:
        print("measured", value)
    thread.join()


asyncio.run(main())
