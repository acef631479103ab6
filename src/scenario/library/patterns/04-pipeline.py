# Title: A pipeline of stages
# Look for: While the last stage handles item one, the first is already at item three. The slowest stage sets the pace.
# Level: intermediate
# View: timeline
#: Program
import asyncio


async def stage(name, seconds, source, target):
    while (item := await source.get()) is not None:
        await asyncio.sleep(seconds)
        print(name, item)
        await target.put(item)
    await target.put(None)


async def main():
    planks, parts, painted = (asyncio.Queue(maxsize=1) for _ in range(3))
    packed = asyncio.Queue()
    async with asyncio.TaskGroup() as group:
        group.create_task(stage("cut", 1, planks, parts), name="cut")
        group.create_task(stage("paint", 2, parts, painted), name="paint")
        group.create_task(stage("pack", 1, painted, packed), name="pack")
        for item in ("chair", "table", "shelf", None):
            await planks.put(item)
    print(packed.qsize() - 1, "pieces packed")


asyncio.run(main())
