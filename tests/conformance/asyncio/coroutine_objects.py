import asyncio


async def answer():
    return 42


class Ready:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self.value
        yield


class Yields:
    def __init__(self, times):
        self.times = times

    def __await__(self):
        for i in range(self.times):
            print("yields", i)
            yield
        return "after yields"


class Delegates:
    def __await__(self):
        return answer().__await__()


class Service:
    def __init__(self, name):
        self.name = name

    async def call(self, x):
        await asyncio.sleep(0.1)
        return f"{self.name}({x})"

    @classmethod
    async def create(cls, name):
        await asyncio.sleep(0)
        return cls(name)

    @staticmethod
    async def ping():
        return "pong"


async def main():
    print(await Ready(5), await Yields(2), await Delegates())
    service = await Service.create("s")
    print(await service.call(1), await Service.ping(), await asyncio.gather(service.call(2), service.call(3)))
    coroutine = answer()
    print(type(coroutine).__name__, coroutine.__name__, asyncio.iscoroutine(coroutine), await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        print(error)
    for wrong in (5, "text", None, answer, [answer]):
        try:
            await wrong
        except TypeError as error:
            print("TypeError:", error)
    anonymous = (lambda: answer())()
    print(await anonymous)
    pairs = [(await answer(), i) for i in range(2)]
    print(pairs, {i: await answer() for i in "ab"}, sum([await answer() for _ in range(2)]))
    print(await answer() + await answer(), -await answer(), [await answer()][0], (await answer()) ** 2)
    print(f"{await answer()}", await answer() if await answer() else None, await answer() and "yes")


asyncio.run(main())

c = answer()
try:
    c.send(None)
except StopIteration as stop:
    print("driven by hand:", stop.value)
y = Yields(1).__await__()
print(next(y))
try:
    next(y)
except StopIteration as stop:
    print(stop.value)


async def thrown():
    try:
        await Yields(5)
    except ValueError as error:
        return f"caught {error}"


t = thrown()
t.send(None)
try:
    t.throw(ValueError("by hand"))
except StopIteration as stop:
    print(stop.value)
