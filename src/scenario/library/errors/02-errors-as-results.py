# Title: Errors among the results
# Look for: With return_exceptions=True nothing is raised: each place holds a result or the exception.
# Level: first steps
# View: timeline
#: Program
import asyncio


async def price(item):
    await asyncio.sleep(1)
    prices = {"tea": 3, "cake": 5}
    return prices[item]


async def main():
    items = ["tea", "soup", "cake"]
    results = await asyncio.gather(*(price(item) for item in items), return_exceptions=True)
    for item, result in zip(items, results):
        if isinstance(result, Exception):
            print(item, "has no price:", repr(result))
        else:
            print(item, "costs", result)


asyncio.run(main())
