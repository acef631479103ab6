#: Debug: where things were made
import asyncio


def cb(*a):
    pass


async def work():
    await asyncio.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f)
    f.add_done_callback(cb)
    print(f)
    t = asyncio.create_task(work())
    print(t)
    await asyncio.sleep(0)
    print(t)
    t2 = asyncio.ensure_future(work())
    t3 = loop.create_task(work())
    g = asyncio.gather(t2, t3)
    print(t2, t3, g)
    print(loop.call_soon(cb, 1, "x"))
    print(loop.call_later(1, cb))
    print(loop.call_at(1, cb))
    print(loop.call_soon_threadsafe(cb))
    async with asyncio.TaskGroup() as tg:
        print(tg.create_task(work()))
    print(loop, loop.get_debug(), loop.slow_callback_duration)
    print(asyncio.Future())
    print(asyncio.Task(work()))
    print(asyncio.shield(work()))


asyncio.run(main(), debug=True)

#: Debug: slow steps and callbacks
import asyncio, time


def slow(n):
    time.sleep(n)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(slow, 0.2)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.slow_callback_duration = 0.5
    time.sleep(0.3)
    await asyncio.sleep(0)
    time.sleep(0.6)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)

#: Debug: the wrong thread, coroutines as callbacks
import asyncio, threading


async def co():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for call in (lambda: loop.call_soon(co), lambda: loop.call_later(1, co), lambda: loop.call_soon(5), lambda: loop.call_at(1, "x"), lambda: loop.call_soon_threadsafe(co), lambda: loop.run_in_executor(None, co)):
        try:
            call()
        except Exception as e:
            print(repr(e))

    def other():
        try:
            loop.call_soon(print, 1)
        except Exception as e:
            print(repr(e))
        try:
            loop.call_later(1, print, 1)
        except Exception as e:
            print(repr(e))
    await asyncio.to_thread(other)


asyncio.run(main(), debug=True)

#: Debug: an exception never retrieved, and where its task was made
import asyncio


async def bad():
    raise ValueError("x")


async def main():
    asyncio.create_task(bad())
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)

#: where coroutines that nobody awaits were created
import asyncio

async def lost(n):
    pass

async def inner():
    lost(1)

async def outer():
    await inner()
    asyncio.sleep(1)

async def main():
    lost(2)
    await outer()
    await asyncio.create_task(inner())

asyncio.run(main(), debug=True)
lost(3)

#: coroutines that are suspended
import asyncio

async def work():
    print(coroutine.cr_suspended, coroutine.cr_running)
    await asyncio.sleep(0)

def count():
    yield generator.gi_suspended

coroutine = work()
generator = count()

async def main():
    print(coroutine.cr_suspended, generator.gi_suspended)
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0)
    print(coroutine.cr_suspended)
    await task
    print(coroutine.cr_suspended)
    print(next(generator), generator.gi_suspended)

asyncio.run(main())

#: slow_handle_created_at
import asyncio
import time


def slow():
    time.sleep(0.2)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(slow)
    await asyncio.sleep(0)
    loop.call_soon_threadsafe(slow)
    await asyncio.sleep(0.1)
    future = loop.create_future()
    future.add_done_callback(lambda f: time.sleep(0.3))
    future.set_result(None)
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)

#: slow_task_created_at
import asyncio
import time


async def blocking():
    time.sleep(0.15)
    await asyncio.sleep(0)
    time.sleep(0.25)


async def main():
    task = asyncio.create_task(blocking(), name="blocking")
    await task
    await asyncio.gather(blocking(), blocking())


asyncio.run(main(), debug=True)

#: slow_future_callbacks
import asyncio
import time


def done(task):
    time.sleep(0.2)


async def work():
    return 1


async def main():
    task = asyncio.create_task(work(), name="work")
    task.add_done_callback(done)
    await task
    await asyncio.sleep(0)


asyncio.run(main(), debug=True)

#: Debug: a shielded task that fails after its shield was cancelled, deep down
import asyncio


async def fails():
    await asyncio.sleep(0.02)
    raise KeyError("late")


async def shields():
    await asyncio.shield(fails())


async def nested(depth):
    await (nested(depth - 1) if depth else shields())


async def main():
    try:
        await asyncio.wait_for(nested(8), 0.01)
    except TimeoutError as error:
        print(repr(error))
    await asyncio.sleep(0.02)


asyncio.run(main(), debug=True)

#: Debug: a step that is just not slow, by a rounding error
import asyncio
import time


async def main():
    for wait, block in ((0.03, 0.1), (0.01, 0.1), (0.02, 0.1), (0.05, 0.2)):
        await asyncio.sleep(wait)
        time.sleep(block)
        print(asyncio.get_running_loop().time())


asyncio.run(main(), debug=True)
