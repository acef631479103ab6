import asyncio
import time


class Light:
    """A traffic light: a task that waits, and others that wait for its changes."""

    def __init__(self, plan):
        self.plan = plan
        self.color = None
        self.waiting = []

    async def run(self):
        for color, seconds in self.plan:
            self.color = color
            print(f"[{time.perf_counter():5.2f}] light {color}")
            waiting, self.waiting = self.waiting, []
            for future in waiting:
                if not future.cancelled():
                    future.set_result(color)
            await asyncio.sleep(seconds)

    async def until(self, color):
        while self.color != color:
            future = asyncio.get_running_loop().create_future()
            self.waiting.append(future)
            await future


async def car(name, light, arrives):
    await asyncio.sleep(arrives)
    began = time.perf_counter()
    await light.until("green")
    print(f"[{time.perf_counter():5.2f}] {name} goes after {time.perf_counter() - began:.2f}")
    return name


async def main():
    light = Light([("red", 1), ("green", 0.5), ("yellow", 0.25), ("red", 1), ("green", 0.5)])
    control = asyncio.create_task(light.run())
    cars = [asyncio.create_task(car(f"car{i}", light, arrives)) for i, arrives in enumerate((0.2, 0.6, 1.2, 1.6, 1.9))]
    for task in cars[:4]:
        task.add_done_callback(lambda task: print("        done:", task.result()))
    await asyncio.sleep(1.8)
    cars[4].cancel()
    print([(task.done(), task.cancelled()) for task in cars])
    results = await asyncio.gather(*cars, return_exceptions=True)
    print([result if isinstance(result, str) else type(result).__name__ for result in results])
    control.cancel()
    try:
        await control
    except asyncio.CancelledError:
        print(f"[{time.perf_counter():5.2f}] light off")


asyncio.run(main())
