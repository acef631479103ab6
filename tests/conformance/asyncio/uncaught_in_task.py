import asyncio


async def inner():
    await asyncio.sleep(0.1)
    raise LookupError("deep inside")


async def outer():
    try:
        await inner()
    finally:
        print("outer cleans up")


async def main():
    print("start")
    await asyncio.gather(outer(), asyncio.sleep(5))
    print("never printed")


asyncio.run(main())
print("never printed either")
