import asyncio
import time


class Mailbox:
    """A queue of one's own: futures are enough to build it."""

    def __init__(self):
        self.items = []
        self.getters = []

    def put(self, item):
        self.items.append(item)
        while self.getters:
            getter = self.getters.pop(0)
            if not getter.done():
                getter.set_result(None)
                break

    async def get(self):
        while not self.items:
            getter = asyncio.get_running_loop().create_future()
            self.getters.append(getter)
            await getter
        return self.items.pop(0)


async def producer(name, box, n, delay):
    for i in range(n):
        await asyncio.sleep(delay)
        print(f"{time.perf_counter():.2f} {name} puts {i}")
        box.put(f"{name}{i}")
    return n


async def consumer(name, box, delay):
    got = []
    try:
        while True:
            item = await box.get()
            print(f"{time.perf_counter():.2f} {name} gets {item}")
            await asyncio.sleep(delay)
            got.append(item)
    except asyncio.CancelledError:
        print(name, "stops with", len(got))
        return got


async def main():
    box = Mailbox()
    consumers = [asyncio.create_task(consumer(f"c{i}", box, 0.25), name=f"consumer {i}") for i in range(2)]
    produced = await asyncio.gather(producer("p", box, 4, 0.1), producer("q", box, 2, 0.17))
    print("produced", sum(produced))
    await asyncio.sleep(1)
    for task in consumers:
        task.cancel()
    print(await asyncio.gather(*consumers), box.items)


asyncio.run(main())
