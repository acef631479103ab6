import asyncio
import time


class Gate:
    def __init__(self, places):
        self.free = places
        self.waiters = []

    async def __aenter__(self):
        if self.free == 0:
            waiter = asyncio.get_running_loop().create_future()
            self.waiters.append(waiter)
            await waiter
        else:
            self.free -= 1

    async def __aexit__(self, *details):
        if self.waiters:
            self.waiters.pop(0).set_result(None)
        else:
            self.free += 1


async def download(gate, n, seconds):
    async with gate:
        print(f"{time.perf_counter():.2f} start {n}")
        await asyncio.sleep(seconds)
        print(f"{time.perf_counter():.2f} end {n}")
        return n * n


async def main():
    gate = Gate(2)
    start = time.perf_counter()
    results = await asyncio.gather(*(download(gate, n, 0.1 * (n + 1)) for n in range(5)))
    print(results, f"{time.perf_counter() - start:.2f}", gate.free)
    chunks = [range(i, min(i + 2, 5)) for i in range(0, 5, 2)]
    for chunk in chunks:
        print(await asyncio.gather(*(asyncio.sleep(0.1 * n, n) for n in chunk)), f"{time.perf_counter():.2f}")
    retries = 0
    while True:
        try:
            retries += 1
            await asyncio.sleep(0.05 * 2**retries)
            if retries < 3:
                raise ConnectionError(f"attempt {retries}")
            break
        except ConnectionError as error:
            print(error, f"{time.perf_counter():.2f}")
    print("after", retries)


asyncio.run(main())
