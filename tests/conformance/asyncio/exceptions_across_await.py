import asyncio


class AppError(Exception):
    pass


async def level3(kind):
    await asyncio.sleep(0.1)
    if kind:
        raise kind("from level 3")
    return "fine"


async def level2(kind):
    try:
        return await level3(kind)
    except KeyError as error:
        raise AppError("translated") from error
    finally:
        await asyncio.sleep(0.05)
        print("level 2 cleaned up")


async def level1(kind):
    try:
        result = await level2(kind)
    except AppError as error:
        print("level 1:", error, repr(error.__cause__))
        return "recovered"
    else:
        print("level 1: no error")
        return result
    finally:
        print("level 1 ends")


async def main():
    print(await level1(None))
    print(await level1(KeyError))
    try:
        await level1(ValueError)
    except ValueError as error:
        print("main:", error, error.__cause__)
    print([repr(r) for r in await asyncio.gather(*map(level1, (None, KeyError, OSError)), return_exceptions=True)])

    async def context():
        try:
            raise ValueError("first")
        except ValueError:
            await asyncio.sleep(0)
            raise TypeError("second")

    try:
        await context()
    except TypeError as error:
        print(repr(error), "during", repr(error.__context__))

    async def keeps(name):
        try:
            raise LookupError(name)
        except LookupError:
            await asyncio.sleep(0.01)
            try:
                raise
            except LookupError as error:
                return str(error)

    print(await asyncio.gather(keeps("one"), keeps("two")))

    task = asyncio.create_task(level3(ValueError))
    for attempt in range(2):
        try:
            await task
        except ValueError as error:
            print("attempt", attempt, error, error is task.exception())

    async def stops():
        raise StopIteration("inside a coroutine")

    try:
        await stops()
    except RuntimeError as error:
        print(error)

    async def exits_loop():
        for i in range(3):
            try:
                await asyncio.sleep(0.01)
                if i == 1:
                    break
            finally:
                print("finally", i)
        else:
            print("never")
        return i

    print(await exits_loop())


asyncio.run(main())
