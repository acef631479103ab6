import asyncio


async def ticker(n, delay=0.1):
    try:
        for i in range(n):
            yield i
            await asyncio.sleep(delay)
    finally:
        print("ticker closes")


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        await asyncio.sleep(0.05)
        self.n -= 1
        return self.n


async def squares(source):
    async for value in source:
        yield value * value


async def echo():
    received = None
    while True:
        received = yield received


async def main():
    async for i in ticker(3):
        print("tick", i)
    else:
        print("else of async for")
    print([x async for x in Countdown(3)], {x async for x in ticker(2)}, {x: x async for x in Countdown(2) if x})
    print([x async for x in squares(ticker(4)) if x % 2], [await asyncio.sleep(0.01, y) for y in range(2)])
    gen = (x * 10 async for x in ticker(2))
    print(type(gen).__name__, [v async for v in gen])
    e = echo()
    print(await e.asend(None), await e.asend("hello"), await anext(e), await e.asend("again"))
    try:
        await e.athrow(ValueError("thrown"))
    except ValueError as error:
        print("came back:", error)
    print(await anext(e, "exhausted"))
    g = ticker(5)
    print(await anext(g), await g.__anext__())
    await g.aclose()
    try:
        await anext(g)
    except StopAsyncIteration:
        print("StopAsyncIteration")
    it = aiter(Countdown(1))
    print(await anext(it), await anext(it, "default"))

    async def consume(name, source):
        async for value in source:
            print(name, value)
            if value == 1:
                break

    await asyncio.gather(consume("a", Countdown(4)), consume("b", Countdown(3)), consume("c", Countdown(5)))
    total = 0
    async for a in Countdown(3):
        async for b in Countdown(a):
            total += b + 1
            continue
    print(total)
    for wrong in (5, [1]):
        try:
            async for _ in wrong:
                pass
        except TypeError as error:
            print(error)
    try:
        for _ in ticker(1):
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
