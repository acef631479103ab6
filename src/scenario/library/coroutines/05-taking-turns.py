# Title: Taking turns with sleep(0)
# Look for: sleep(0) ends the step of a task and puts it at the end of the ready queue.
# Level: first steps
# View: timeline
#: Program
import asyncio


async def count(name, turns):
    for turn in range(1, turns + 1):
        print(name, turn)
        await asyncio.sleep(0)
    print(name, "done")


async def main():
    await asyncio.gather(count("ann", 2), count("bob", 4), count("cid", 3))


asyncio.run(main())
