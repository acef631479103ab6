#: a task that its loop drops before its first step
import asyncio

async def work(n):
    print("work", n)

async def main():
    for n in range(3):
        asyncio.get_running_loop().call_soon(asyncio.create_task, work(n))
    print("main ends")

loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("closed")
#: an async generator left open when its loop ends
import asyncio

async def produce():
    try:
        yield 1
    finally:
        print("produce ends")

async def main():
    source = produce()
    print(await anext(source))

loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("closed")
#: a step of an async generator that is not awaited
import asyncio

async def produce():
    yield 1

async def main():
    source = produce()
    source.asend(None)
    anext(source)
    source.athrow(ValueError)
    source.aclose()
    print(await anext(source))

asyncio.run(main())
#: tasks of steps of an async generator
import asyncio

async def produce():
    try:
        yield 1
        yield 2
    finally:
        await asyncio.sleep(0.5)
        print("produce ends")

async def main():
    source = produce()
    print(asyncio.iscoroutine(source.aclose()))
    print(await asyncio.create_task(anext(source)))
    task = asyncio.create_task(source.asend("sent"), name="asend")
    print(task)
    print(await task)
    closing = asyncio.create_task(source.aclose(), name="aclose")
    await asyncio.sleep(0)
    print(closing)
    print(await asyncio.gather(closing))

asyncio.run(main())
#: a task that a shield leaves
import asyncio

async def work():
    await asyncio.sleep(1)

async def main():
    task = asyncio.create_task(work())
    print(task)
    future = asyncio.shield(task)
    print(task)
    future.cancel()
    try:
        await future
    except asyncio.CancelledError:
        print(task)
    await task
    print(task)

asyncio.run(main())
#: cancelled before its first step
import asyncio
import traceback

def decorated(function):
    return function

@decorated
@decorated
async def first(n):
    await asyncio.sleep(1)

async def second(
    n,
    m=3,
):
    await asyncio.sleep(1)

async def produce():
    yield 1

async def main():
    for coroutine in [first(1), second(2)]:
        task = asyncio.create_task(coroutine)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            traceback.print_exc()
    try:
        await produce().athrow(ValueError("thrown"))
    except ValueError:
        traceback.print_exc()

asyncio.run(main())
try:
    (n for n in [1]).throw(ValueError)
except ValueError:
    traceback.print_exc()
#: generators that fail when they are closed
import asyncio

def count():
    try:
        yield 1
    finally:
        fail("count")

def ignore():
    try:
        yield 1
    except GeneratorExit:
        yield 2

async def work():
    try:
        await asyncio.sleep(1)
    finally:
        raise KeyError("work")

def fail(name):
    raise ValueError(name)

def begin(generator):
    next(generator)

begin(count())
begin(ignore())
coroutine = work()
try:
    coroutine.send(None)
except RuntimeError as error:
    print(error)
print("end")
