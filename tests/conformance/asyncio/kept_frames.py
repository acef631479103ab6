
#: A traceback keeps the frames that called the one where it began
import asyncio


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("numbers end")


async def fails():
    raise ValueError("at once")


async def starts_eagerly():
    task = asyncio.create_task(fails(), eager_start=True)
    source = numbers()
    print(await anext(source))
    return task


async def times_out():
    source = numbers()
    print(await anext(source))
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0.01)
    except TimeoutError:
        pass


async def gathers():
    await asyncio.gather(times_out())
    print("gathered")


async def main():
    task = await asyncio.create_task(starts_eagerly())
    await asyncio.sleep(0.01)
    print("the generator goes with the exception")
    print(repr(task.exception()))
    del task
    await asyncio.sleep(0.01)
    print("the exception of a step lives as long as the step")
    await asyncio.create_task(gathers())
    await asyncio.sleep(0.01)
    print("end")


asyncio.run(main())

#: A future that only a circle of references keeps is found at the end
import asyncio


async def main():
    failed = asyncio.get_running_loop().create_future()
    failed.set_exception(ValueError("nobody asks"))
    raise KeyError("the frame of main lives in a circle: task, exception, traceback, frame of run_until_complete")


try:
    asyncio.run(main())
except KeyError as error:
    print(type(error).__name__)
print("end")

#: A loop that is never closed dies at the end, and what is queued in it
import asyncio


async def numbers():
    try:
        yield 1
    finally:
        print("numbers end")


async def other():
    print("never runs")


async def main():
    async for number in numbers():
        asyncio.create_task(other())
        raise KeyError(number)


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
except KeyError as error:
    print(repr(error))
print("end")
