# Title: One cook, three dishes
# Look for: Cooking one dish after another adds up; a cook who turns to the next dish while one is in the oven needs only the longest time.
# Level: first steps
# View: compare
#: One after another
import asyncio


async def cook(dish, minutes):
    print(f"{dish} goes in")
    await asyncio.sleep(minutes)
    print(f"{dish} is ready")


async def main():
    await cook("bread", 3)
    await cook("soup", 2)
    await cook("pie", 4)


asyncio.run(main())
#: All in the oven
import asyncio


async def cook(dish, minutes):
    print(f"{dish} goes in")
    await asyncio.sleep(minutes)
    print(f"{dish} is ready")


async def main():
    await asyncio.gather(cook("bread", 3), cook("soup", 2), cook("pie", 4))


asyncio.run(main())
