import asyncio
import time


async def background(name, seconds):
    try:
        await asyncio.sleep(seconds)
        print(name, "finished")
    except asyncio.CancelledError:
        print(f"{name} cancelled at {time.perf_counter():.2f}")
        raise
    finally:
        print(name, "finally")


async def lingering():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0.5)
        print(f"lingered until {time.perf_counter():.2f}")


async def main():
    asyncio.create_task(background("short", 0.1))
    asyncio.create_task(background("long", 100))
    asyncio.create_task(lingering())
    await asyncio.sleep(0.3)
    print("main ends")
    return 5


print(asyncio.run(main()))
print(f"{time.perf_counter():.2f}")


async def fails():
    task = asyncio.create_task(background("of failing", 3))
    await asyncio.sleep(0.1)
    raise KeyError("main failed")


try:
    asyncio.run(fails())
except KeyError as error:
    print("run raised", repr(error))


async def agen():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")


async def leaves_generator():
    async for value in (kept := agen()):
        print("got", value)
        break
    print("leaving")
    return None


asyncio.run(leaves_generator())
for wrong in (None, 5, background):
    try:
        asyncio.run(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, str(error).split(",")[0])


async def cancels_itself():
    asyncio.current_task().cancel()
    await asyncio.sleep(1)


try:
    asyncio.run(cancels_itself())
except asyncio.CancelledError as error:
    print(type(error).__name__)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
print(asyncio.run(asyncio.sleep(0.2, "bare sleep")))
