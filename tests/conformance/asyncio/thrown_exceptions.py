
#: What is thrown into a coroutine has the context of who handles something there, not of who awaits it
import asyncio


def chain(error):
    names = []
    while error is not None:
        names.append(type(error).__name__)
        error = error.__context__
    return " <- ".join(names)


async def waits(event):
    await event.wait()


async def handles(event):
    try:
        raise KeyError("first")
    except KeyError:
        try:
            await event.wait()
        except asyncio.CancelledError as error:
            print("thrown while handling:", chain(error))


async def passes_on(event):
    try:
        raise ValueError("outer")
    except ValueError:
        await waits(event)


async def main():
    for function in (waits, handles, passes_on):
        task = asyncio.create_task(function(asyncio.Event()))
        await asyncio.sleep(0)
        try:
            raise IndexError("who cancels handles this")
        except IndexError:
            task.cancel()
            try:
                await task
            except asyncio.CancelledError as error:
                print(function.__name__, chain(error))


def numbers():
    try:
        yield 1
    except ValueError as error:
        print("in the generator:", chain(error))
        try:
            yield 2
        except IndexError as error:
            print("while it handles:", chain(error))


try:
    raise KeyError("around")
except KeyError:
    items = numbers()
    next(items)
    items.throw(ValueError("thrown"))
    try:
        items.throw(IndexError("thrown, too"))
    except StopIteration as error:
        print("end:", chain(error))
    try:
        items.throw(OSError("too late"))
    except OSError as error:
        print("closed:", chain(error))

asyncio.run(main())

#: The traceback of a timeout in a finally block
import asyncio


async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(1), 0.01)
    finally:
        await asyncio.wait_for(asyncio.Event().wait(), 0.01)


asyncio.run(main())
