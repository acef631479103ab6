#: the result of a task cancelled before it began has what is being handled as its context
import asyncio


def chain(error):
    while error is not None:
        print("  ", repr(error), "from", repr(error.__cause__))
        if error.__cause__ is not None:
            print("   whose context is", repr(error.__cause__.__context__))
        error = error.__context__


async def handle(make):
    try:
        try:
            raise KeyError("handled")
        finally:
            await make()
    except BaseException as error:
        chain(error)


async def main():
    event = asyncio.Event()

    async def no_time():
        await asyncio.wait_for(event.wait(), 0)

    async def result():
        task = asyncio.create_task(event.wait())
        task.cancel("never begun")
        await asyncio.wait([task])
        task.result()

    async def awaited():
        task = asyncio.create_task(event.wait())
        task.cancel("never begun")
        await task

    for make in (no_time, result, awaited):
        print(make.__name__)
        await handle(make)


asyncio.run(main())
#: what a task's error refers to lives until the step that got it is over
import asyncio


async def numbers(name):
    try:
        yield 1
    finally:
        print(name, "ends")


async def fail():
    inner = numbers("inner")
    await anext(inner)
    raise ValueError("fail")


async def outer():
    source = numbers("outer")
    await anext(source)
    print(await asyncio.gather(fail(), return_exceptions=True))


async def main():
    await asyncio.shield(outer())
    print("main goes on")
    await asyncio.sleep(0)
    print("main is over")


asyncio.run(main())
