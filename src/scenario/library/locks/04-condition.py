# Title: A condition: wait until it holds
# Look for: Each notify wakes one waiter, which takes the lock again and looks whether there is bread.
# Level: advanced
# View: timeline
#: Program
import asyncio

shelf = []


async def customer(name, condition):
    async with condition:
        await condition.wait_for(lambda: shelf)
        print(name, "buys", shelf.pop(0))


async def baker(condition):
    for loaf in ("rye", "wheat"):
        await asyncio.sleep(1)
        async with condition:
            shelf.append(loaf)
            print("fresh:", loaf)
            condition.notify()


async def main():
    condition = asyncio.Condition()
    await asyncio.gather(customer("ann", condition), customer("bob", condition), baker(condition))


asyncio.run(main())
