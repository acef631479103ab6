import asyncio


async def sleeper(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "first")
    await asyncio.sleep(0)
    print(name, "second")


async def main():
    print("-- equal deadlines, in the order they were set")
    await asyncio.gather(*(sleeper(name, 0.1) for name in "abc"))
    print("-- deadlines decide, not the order of creation")
    await asyncio.gather(sleeper("late", 0.3), sleeper("early", 0.1), sleeper("middle", 0.2))
    print("-- equal sums reached in different ways")

    async def steps(name, *delays):
        for delay in delays:
            await asyncio.sleep(delay)
        print(name)

    await asyncio.gather(steps("two halves", 0.25, 0.25), steps("one whole", 0.5), steps("three", 0.1, 0.1, 0.1))
    print("-- a timer against turns of the loop")

    async def spin(n):
        for i in range(n):
            await asyncio.sleep(0)
        print("spun", n)

    await asyncio.gather(spin(5), sleeper("short", 0.001), spin(3))
    print("-- periodic")

    async def every(name, period, times):
        for i in range(times):
            await asyncio.sleep(period)
            print(name, i)

    await asyncio.gather(every("fast", 0.1, 6), every("slow", 0.25, 2), every("mid", 0.17, 3))


asyncio.run(main())
