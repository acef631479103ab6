#: in_main_task
import asyncio


async def main():
    try:
        print("working")
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt
    finally:
        print("cleanup")


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print("interrupted", repr(error))

#: in_another_task
import asyncio


async def bad():
    await asyncio.sleep(0.2)
    raise KeyboardInterrupt("from bad")


async def sleeper():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as error:
        print("sleeper cancelled", error.args)
        raise


async def main():
    task = asyncio.create_task(bad())
    other = asyncio.create_task(sleeper())
    try:
        await task
    except BaseException as error:
        print("main saw", type(error).__name__, error.args)
        raise
    finally:
        print("main ends")


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print("outside", repr(error))

#: in_a_callback
import asyncio


def callback():
    raise KeyboardInterrupt("callback")


async def main():
    asyncio.get_running_loop().call_later(0.1, callback)
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("main cancelled")
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print("outside", repr(error))

#: system_exit_in_a_task
import asyncio
import sys


async def worker():
    await asyncio.sleep(0.1)
    print("exiting")
    sys.exit(3)


async def main():
    task = asyncio.create_task(worker())
    try:
        await asyncio.sleep(1)
    finally:
        print("main cleanup")


asyncio.run(main())

#: system_exit_in_a_group
import asyncio


async def worker(n):
    try:
        await asyncio.sleep(n)
        if n == 1:
            raise SystemExit("bye")
    except asyncio.CancelledError:
        print("worker", n, "cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for n in range(1, 4):
                group.create_task(worker(n))
    except BaseException as error:
        print("group", repr(error))
        raise


try:
    asyncio.run(main())
except SystemExit as error:
    print("outside", repr(error))

#: keyboard_interrupt_in_gather
import asyncio


async def worker(n):
    await asyncio.sleep(n / 10)
    if n == 2:
        raise KeyboardInterrupt
    return n


async def main():
    try:
        print(await asyncio.gather(*[worker(n) for n in range(4)], return_exceptions=True))
    except BaseException as error:
        print("main saw", repr(error))
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("outside")

#: run_forever_goes_on
import asyncio

loop = asyncio.new_event_loop()


def interrupt():
    print("interrupt")
    raise KeyboardInterrupt


async def work():
    for n in range(5):
        print("step", n)
        await asyncio.sleep(0.1)
    loop.stop()


task = loop.create_task(work())
loop.call_later(0.25, interrupt)
while True:
    try:
        loop.run_forever()
        break
    except KeyboardInterrupt:
        print("caught, running", loop.is_running())
print(task.done())
loop.close()

#: uncaught_in_a_task
import asyncio


async def child():
    await asyncio.sleep(0.1)
    raise KeyboardInterrupt


async def main():
    await asyncio.create_task(child(), name="child")


asyncio.run(main())

#: swallowed_in_main
import asyncio


async def child():
    raise KeyboardInterrupt("k")


async def main():
    try:
        await asyncio.create_task(child(), name="child")
    except KeyboardInterrupt:
        print("swallowed")
    except asyncio.CancelledError:
        print("cancelled instead")
    return "value"


try:
    print(asyncio.run(main()))
except KeyboardInterrupt as error:
    print("outside", repr(error))

#: in_an_executor
import asyncio


def job():
    raise KeyboardInterrupt("job")


async def main():
    try:
        await asyncio.to_thread(job)
    except KeyboardInterrupt as error:
        print("main saw", repr(error))


try:
    asyncio.run(main())
except KeyboardInterrupt as error:
    print("outside", repr(error))

#: run_until_complete_of_a_failing_task
import asyncio

loop = asyncio.new_event_loop()


async def child():
    raise SystemExit(4)


try:
    loop.run_until_complete(child())
except SystemExit as error:
    print("exit", error.code)
print(asyncio.all_tasks(loop))
loop.close()
