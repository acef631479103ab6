# Title: Methods can be coroutines
# Look for: A method with async def is awaited like any other coroutine; self, classes and type hints work as ever.
# Level: intermediate
# View: timeline
#: Program
import asyncio


class Kettle:
    def __init__(self, name: str, seconds: float) -> None:
        self.name = name
        self.seconds = seconds
        self.hot = False

    async def boil(self) -> str:
        print(self.name, "is heating")
        await asyncio.sleep(self.seconds)
        self.hot = True
        return f"{self.name} boils"

    @staticmethod
    async def rinse() -> None:
        await asyncio.sleep(0.5)
        print("rinsed")

    @classmethod
    async def borrowed(cls, owner: str) -> "Kettle":
        await asyncio.sleep(1)
        return cls(f"the kettle of {owner}", 2)


async def main() -> None:
    await Kettle.rinse()
    mine, other = Kettle("my kettle", 3), await Kettle.borrowed("ann")
    results: list[str] = await asyncio.gather(mine.boil(), other.boil())
    print(results, mine.hot and other.hot)


asyncio.run(main())
