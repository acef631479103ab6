# Title: await, create_task or gather
# Look for: await waits for one call before the next. create_task lets main go on meanwhile. gather starts all and waits for all.
# Level: first steps
# View: compare
#: await
import asyncio


async def brew(drink, seconds):
    print("brewing", drink)
    await asyncio.sleep(seconds)
    return drink


async def main():
    tea = await brew("tea", 2)
    print("setting the table")
    coffee = await brew("coffee", 3)
    print("serving", tea, "and", coffee)


asyncio.run(main())
#: create_task
import asyncio


async def brew(drink, seconds):
    print("brewing", drink)
    await asyncio.sleep(seconds)
    return drink


async def main():
    making_tea = asyncio.create_task(brew("tea", 2))
    making_coffee = asyncio.create_task(brew("coffee", 3))
    print("setting the table")
    tea = await making_tea
    coffee = await making_coffee
    print("serving", tea, "and", coffee)


asyncio.run(main())
#: gather
import asyncio


async def brew(drink, seconds):
    print("brewing", drink)
    await asyncio.sleep(seconds)
    return drink


async def main():
    tea, coffee = await asyncio.gather(brew("tea", 2), brew("coffee", 3))
    print("setting the table")
    print("serving", tea, "and", coffee)


asyncio.run(main())
