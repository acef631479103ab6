# Title: Three workers share a list of jobs
# Look for: Long and short jobs even out: whoever is free takes the next.
# Level: first steps
# View: timeline
#: Program
import asyncio


async def worker(name, jobs):
    while jobs:
        job, seconds = jobs.pop(0)
        print(name, "takes", job)
        await asyncio.sleep(seconds)


async def main():
    jobs = [("wash", 3), ("dry", 1), ("iron", 2), ("fold", 1), ("mend", 3), ("store", 1)]
    async with asyncio.TaskGroup() as group:
        for name in ("ann", "bob", "cid"):
            group.create_task(worker(name, jobs), name=name)
    print("all jobs are done")


asyncio.run(main())
