import asyncio


async def setter(future, value, seconds):
    await asyncio.sleep(seconds)
    print("setting", value)
    future.set_result(value)
    print("set")


async def waiter(name, future):
    print(name, "waits")
    print(name, "got", await future)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future.done(), future.cancelled(), loop is asyncio.get_event_loop())
    future.add_done_callback(lambda f: print("callback", f.result()))
    await asyncio.gather(waiter("one", future), waiter("two", future), setter(future, 42, 0.1))
    print(future.done(), future.result(), await future)
    try:
        future.set_result(1)
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)

    failing = loop.create_future()
    loop.call_later(0.1, failing.set_exception, KeyError("nope"))
    try:
        await failing
    except KeyError as error:
        print("caught", repr(error), repr(failing.exception()))

    cancelled = asyncio.Future()
    print(cancelled.cancel("why"), cancelled.cancelled(), cancelled.cancel())
    for method in (cancelled.result, cancelled.exception):
        try:
            method()
        except asyncio.CancelledError as error:
            print("CancelledError", error)
    pending = loop.create_future()
    for method in (pending.result, pending.exception):
        try:
            method()
        except asyncio.InvalidStateError as error:
            print("InvalidStateError:", error)
    for wrong in (StopIteration, 5, "x"):
        target = loop.create_future()
        try:
            target.set_exception(wrong)
            print(repr(target.exception()))
        except TypeError as error:
            print("TypeError:", error)

    gathered = asyncio.gather(setter(loop.create_future(), "in gather", 0))
    print(type(gathered).__name__, gathered.done())
    print(await gathered)

    event = loop.create_future()

    async def first():
        await event
        print("first woke")

    async def second():
        await event
        print("second woke")

    tasks = [asyncio.create_task(second()), asyncio.create_task(first())]
    await asyncio.sleep(0)
    event.set_result(None)
    print("set; nobody has run yet")
    await asyncio.gather(*tasks)


asyncio.run(main())
