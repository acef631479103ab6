#: Chain of tasks: a result travels one task an iteration
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def leaf():
    await asyncio.sleep(0)
    print(turn, "leaf ends")
    return "leaf"


async def link(inner, name):
    value = await inner
    print(turn, name, "has", value)
    return value + name


async def main():
    ticking = asyncio.create_task(ticker())
    task = asyncio.create_task(leaf())
    for name in "abc":
        task = asyncio.create_task(link(task, name))
    print(turn, await task)
    print(turn, await link(link(leaf(), "x"), "y"))
    ticking.cancel()


asyncio.run(main())
#: Done callbacks run one iteration later, in order
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def main():
    ticking = asyncio.create_task(ticker())
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def first(f):
        print(turn, "first", f.result())
        f.add_done_callback(lambda f: print(turn, "added by first"))

    def second(f):
        print(turn, "second")

    future.add_done_callback(first)
    future.add_done_callback(second)
    future.add_done_callback(second)
    print(future.remove_done_callback(second), future.remove_done_callback(second))
    future.add_done_callback(second)
    waiter = asyncio.create_task(asyncio.wait_for(future, None))
    await asyncio.sleep(0)
    future.set_result("value")
    print(turn, "set")
    future.add_done_callback(lambda f: print(turn, "added when done"))
    print(turn, await future, "without giving way")
    await waiter
    print(turn, "waiter done")
    ticking.cancel()


asyncio.run(main())
#: Cancel: before the first step, while it waits, while it is ready, when it is done
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def body(name, waits):
    print(turn, name, "begins")
    try:
        for _ in range(waits):
            await asyncio.sleep(0)
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print(turn, name, "cancelled")
        raise


async def main():
    ticking = asyncio.create_task(ticker())
    unstarted = asyncio.create_task(body("unstarted", 0))
    print(unstarted.cancel(), unstarted)
    ready = asyncio.create_task(body("ready", 5))
    waiting = asyncio.create_task(body("waiting", 0))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(turn, ready.cancel(), waiting.cancel())
    print(await asyncio.gather(unstarted, ready, waiting, return_exceptions=True))
    print(turn, ready.cancel(), ready.cancelled(), ready.cancelling(), ready)
    ticking.cancel()


asyncio.run(main())
#: Cancel: twice, with messages; the last before the step counts
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print("first", error.args, asyncio.current_task().cancelling())
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print("second", error.args, asyncio.current_task().cancelling())
    print(asyncio.current_task().uncancel(), asyncio.current_task().uncancel(), asyncio.current_task().uncancel())
    return "survived"


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel("one")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("two")
    print(await task, task.cancelling(), task.cancelled())
    other = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    other.cancel("a")
    other.cancel("b")
    other.cancel("c")
    print(await other)


asyncio.run(main())
#: Cancel: itself, seen at the next await
import asyncio


async def suicidal():
    task = asyncio.current_task()
    print(task.cancel("me"), task.cancelling(), task)
    print("goes on")
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print("at the await", error.args)
    await asyncio.sleep(0)
    return "ended"


async def returns_at_once():
    asyncio.current_task().cancel("too late")
    return "result"


async def main():
    print(await asyncio.create_task(suicidal()))
    task = asyncio.create_task(returns_at_once())
    try:
        print(await task)
    except asyncio.CancelledError as error:
        print("cancelled", error.args, task)


asyncio.run(main())
#: Cancel: down a chain of tasks to the future at its end
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def link(inner, name):
    try:
        return await inner
    except asyncio.CancelledError as error:
        print(turn, name, "cancelled", error.args)
        raise


async def main():
    ticking = asyncio.create_task(ticker())
    future = asyncio.get_running_loop().create_future()
    chain = [asyncio.create_task(link(future, "a"))]
    for name in "bc":
        chain.append(asyncio.create_task(link(chain[-1], name)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    chain[-1].cancel("down")
    print(turn, [task.cancelling() for task in chain], future.cancelled())
    print(await asyncio.gather(*chain, return_exceptions=True))
    print(turn, future, [task.cancelled() for task in chain])
    ticking.cancel()


asyncio.run(main())
#: Cancel: swallowed, so the task goes on; the count stays until uncancel
import asyncio


async def patient():
    while True:
        try:
            await asyncio.sleep(0.1)
            return "slept"
        except asyncio.CancelledError:
            task = asyncio.current_task()
            print("swallowed", task.cancelling(), "->", task.uncancel())


async def main():
    task = asyncio.create_task(patient())
    for _ in range(2):
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.sleep(0)
    print(await task, task.cancelling())


asyncio.run(main())
#: Cancel: cleanup that awaits, and cleanup that is cancelled too
import asyncio


async def slow_cleanup(name):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "cleans up")
        await asyncio.sleep(0.5)
        print(name, "is clean")


async def main():
    loop = asyncio.get_running_loop()
    for times in (1, 2):
        task = asyncio.create_task(slow_cleanup(f"cancelled {times}"))
        await asyncio.sleep(0.1)
        start = loop.time()
        for _ in range(times):
            task.cancel()
            await asyncio.sleep(0.1)
        try:
            await task
        except asyncio.CancelledError:
            print(f"over after {loop.time() - start:.2f}")


asyncio.run(main())
#: uncancel takes a cancellation back that was not delivered yet
import asyncio


async def main():
    task = asyncio.current_task()
    task.cancel()
    print(task.cancelling())
    print(task.uncancel())
    await asyncio.sleep(0)
    print("not cancelled")
    task.cancel()
    task.cancel()
    print(task.uncancel())
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("cancelled", task.uncancel())


asyncio.run(main())
#: A task that raises: who awaits gets the very same exception, each time
import asyncio


async def fails():
    await asyncio.sleep(0)
    raise ValueError("once")


async def main():
    task = asyncio.create_task(fails())
    caught = []
    for _ in range(2):
        try:
            await task
        except ValueError as error:
            caught.append(error)
    print(caught[0] is caught[1], task.exception() is caught[0], task.done(), task.cancelled())
    print(task)
    try:
        task.result()
    except ValueError as error:
        print(repr(error))


asyncio.run(main())
#: Future: states, results and their errors
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    for call in (future.result, future.exception):
        try:
            call()
        except asyncio.InvalidStateError as error:
            print(type(error), error)
    future.set_result(42)
    print(future, future.done(), future.cancel(), future.exception(), future.get_loop() is loop)
    for call in (lambda: future.set_result(1), lambda: future.set_exception(ValueError())):
        try:
            call()
        except asyncio.InvalidStateError as error:
            print(error)
    broken = loop.create_future()
    broken.set_exception(KeyError)
    print(broken, repr(broken.exception()))
    odd = loop.create_future()
    for value in (StopIteration, 5, "text", object):
        try:
            odd.set_exception(value)
            print(repr(odd.exception()))
        except Exception as error:
            print(type(error).__name__, error)
    gone = loop.create_future()
    print(gone.cancel("why"), gone.cancel(), gone.cancelled(), gone)
    for call in (gone.result, gone.exception):
        try:
            call()
        except asyncio.CancelledError as error:
            print(repr(error))


asyncio.run(main())
#: Awaiting the wrong things
import asyncio


async def main():
    task = asyncio.create_task(awaits_itself())
    try:
        await task
    except RuntimeError as error:
        print(error)
    for thing in (5, "text", None, [1], print):
        try:
            await thing
        except TypeError as error:
            print(error)
    coroutine = asyncio.sleep(0)
    await coroutine
    try:
        await coroutine
    except RuntimeError as error:
        print(error)


async def awaits_itself():
    await asyncio.current_task()


class Yields:
    def __await__(self):
        yield 5


async def bad_yield():
    await Yields()


async def future_of_another_loop():
    other = asyncio.new_event_loop()
    try:
        await other.create_future()
    finally:
        other.close()


asyncio.run(main())
for function in (bad_yield, future_of_another_loop):
    try:
        asyncio.run(function())
    except RuntimeError as error:
        print(str(error).split(":")[0][:90])
#: Async generator: aclose, athrow and a task cancelled inside
import asyncio

turn = 0


async def ticker():
    global turn
    while True:
        turn += 1
        await asyncio.sleep(0)


async def numbers(name):
    try:
        for n in range(10):
            await asyncio.sleep(0)
            yield n
    except GeneratorExit:
        print(turn, name, "closing")
        raise
    finally:
        await asyncio.sleep(0)
        print(turn, name, "closed")


async def use(name):
    async for n in numbers(name):
        print(turn, name, n)
        if n == 1:
            await asyncio.sleep(1)


async def main():
    ticking = asyncio.create_task(ticker())
    agen = numbers("by hand")
    print(turn, await anext(agen), await anext(agen))
    await agen.aclose()
    print(turn, "aclose done")
    agen = numbers("thrown")
    await anext(agen)
    try:
        await agen.athrow(KeyError("x"))
    except KeyError as error:
        print(turn, repr(error))
    task = asyncio.create_task(use("task"))
    await asyncio.sleep(0)
    for _ in range(6):
        await asyncio.sleep(0)
    task.cancel()
    print(turn, await asyncio.gather(task, return_exceptions=True))
    for _ in range(4):
        await asyncio.sleep(0)
    ticking.cancel()


asyncio.run(main())
