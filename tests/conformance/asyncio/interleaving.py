import asyncio


async def count(name, n):
    for i in range(n):
        print(name, i)
        await asyncio.sleep(0)
    print(name, "done")


async def nested(name, depth):
    if depth == 0:
        print(name, "bottom")
        await asyncio.sleep(0)
        return 0
    result = await nested(name, depth - 1)
    print(name, "depth", depth)
    return result + 1


async def no_suspension(name):
    print(name, "runs without suspending")
    return name


async def spawner():
    print("spawner")
    child = asyncio.create_task(count("child", 2))
    print("spawned")
    await asyncio.sleep(0)
    print("spawner again")
    await child


async def main():
    tasks = [asyncio.create_task(count(name, n)) for name, n in (("a", 3), ("b", 1), ("c", 2))]
    print("main waits")
    await asyncio.sleep(0)
    print("main after one turn")
    await tasks[2]
    print("main after c")
    await asyncio.gather(*tasks)
    print("--")
    print(await asyncio.gather(nested("n", 2), nested("m", 1), no_suspension("s")))
    print("--")
    await asyncio.gather(spawner(), count("x", 4))
    print("--")
    for i in range(2):
        print(await no_suspension(f"direct {i}"))
    task = asyncio.create_task(no_suspension("task"))
    print("not yet")
    print(await task)
    finished = asyncio.create_task(no_suspension("finished"))
    other = asyncio.create_task(count("other", 2))
    await asyncio.sleep(0)
    print("awaiting a finished task does not suspend:", await finished)
    await other


asyncio.run(main())
