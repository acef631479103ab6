import asyncio


class Connection:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        print("connecting", self.name)
        await asyncio.sleep(0.1)
        return self

    async def __aexit__(self, kind, error, trace):
        print("closing", self.name, kind.__name__ if kind else None)
        await asyncio.sleep(0.05)
        print("closed", self.name)
        return self.swallow

    async def query(self, text):
        await asyncio.sleep(0.1)
        return f"{self.name}: {text}"


async def use(name):
    async with Connection(name) as c:
        return await c.query("select")


async def main():
    print(await asyncio.gather(use("a"), use("b")))
    async with Connection("one") as one, Connection("two") as two:
        print(await one.query("1"), await two.query("2"))
    async with Connection("quiet", swallow=True):
        raise ValueError("swallowed")
    try:
        async with Connection("loud"):
            raise ValueError("propagates")
    except ValueError as error:
        print("caught", error)
    for i in range(2):
        async with Connection(f"loop{i}"):
            if i == 0:
                continue
            break
    task = asyncio.create_task(cancelled_inside())
    await asyncio.sleep(0.2)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled after cleanup")
    try:
        with Connection("sync"):
            pass
    except TypeError as error:
        print(error)
    try:
        async with 5:
            pass
    except TypeError as error:
        print(error)


async def cancelled_inside():
    async with Connection("cancelled"):
        await asyncio.sleep(5)


asyncio.run(main())
