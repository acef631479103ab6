#: Handler: callbacks that raise, handlers of one's own
import asyncio


def bad(x):
    raise ValueError(x)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(bad, "soon")
    loop.call_later(0.1, bad, "later")
    f = loop.create_future()
    f.add_done_callback(bad)
    f.set_result(1)
    await asyncio.sleep(0.2)
    loop.call_exception_handler({"message": "custom", "extra": 1, "alpha": [1]})
    loop.call_exception_handler({})

    def handler(loop, context):
        print("handler", sorted(context), context["message"], repr(context.get("exception")))
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(bad, "handled")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    try:
        loop.set_exception_handler(5)
    except TypeError as e:
        print(e)
    loop.set_exception_handler(None)

    async def fails():
        raise OSError("lost")
    asyncio.create_task(fails())
    await asyncio.sleep(0.1)
    fut = loop.create_future()
    fut.set_exception(RuntimeError("nobody"))
    del fut
    print("end")


asyncio.run(main())
#: Handler: an exception in a shielded task
import asyncio


async def fails():
    await asyncio.sleep(0.1)
    raise ValueError("shielded")


async def main():
    try:
        await asyncio.wait_for(asyncio.shield(fails()), 0.05)
    except TimeoutError:
        print("timeout")
    await asyncio.sleep(1)


asyncio.run(main())
#: Handler: a task that fails while it is cancelled at the end
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(100)
    finally:
        raise ValueError("in cleanup")


async def main():
    asyncio.create_task(stubborn())
    await asyncio.sleep(0)


asyncio.run(main())
#: Handler: one that raises while it is told of an error
import asyncio


def bad_callback():
    raise ValueError("callback")


def handler(loop, context):
    print("handler:", context["message"])
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("handler")


async def fail():
    raise OSError("task")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(bad_callback)
    task = asyncio.create_task(fail())
    await asyncio.sleep(0.01)
    del task
    await asyncio.sleep(0.01)


asyncio.run(main())
