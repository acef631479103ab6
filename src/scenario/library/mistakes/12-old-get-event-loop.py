# Title: get_event_loop, as older books have it
# Look for: Since Python 3.14 get_event_loop makes no loop any more. asyncio.run makes one, and closes it.
# Level: intermediate
# View: compare
#: Mistake
import asyncio


async def report():
    await asyncio.sleep(1)
    return "all is well"


loop = asyncio.get_event_loop()
print(loop.run_until_complete(report()))
loop.close()
#: Repaired
import asyncio


async def report():
    await asyncio.sleep(1)
    return "all is well"


print(asyncio.run(report()))
