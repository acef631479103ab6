import asyncio


async def ticker(name):
    try:
        for tick in range(9):
            yield tick
    finally:
        print(name, "closing")
        await asyncio.sleep(0.1)
        print(name, "closed")


async def count(turns):
    for turn in range(turns):
        print("turn", turn)
        await asyncio.sleep(0)


async def left_by_break():
    async for tick in ticker("broken off"):
        print(tick)
        break
    await count(3)
    await asyncio.sleep(0.2)


async def cancelled_inside():
    source = ticker("cancelled")
    await anext(source)
    closing = asyncio.create_task(left_to(source))
    await asyncio.sleep(0.05)
    closing.cancel()
    try:
        await closing
    except asyncio.CancelledError:
        print("cancelled while closing")


async def left_to(source):
    await source.aclose()


async def main():
    global kept
    await left_by_break()
    await cancelled_inside()
    kept = ticker("kept")
    print(await anext(kept))


asyncio.run(main())
print("end")
