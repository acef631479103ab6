#: Timeout: reschedule, nesting, errors
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as t:
        print(t, t.when(), t.expired())
        t.reschedule(loop.time() + 0.2)
        print(t)
        t.reschedule(None)
        print(t.when(), t)
        await asyncio.sleep(1.5)
    print(t.expired(), t)
    try:
        async with asyncio.timeout(10) as t:
            t.reschedule(loop.time() + 0.1)
            await asyncio.sleep(5)
    except TimeoutError as e:
        print(repr(e), repr(e.__cause__), t.expired(), t)
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            print("in")
            await asyncio.sleep(0)
            print("not here")
    except TimeoutError:
        print("past")
    for bad in (lambda: t.reschedule(1),):
        try:
            bad()
        except RuntimeError as e:
            print(e)
    new = asyncio.timeout(1)
    try:
        new.reschedule(2)
    except RuntimeError as e:
        print(e)
    async with new:
        pass
    try:
        async with new:
            pass
    except RuntimeError as e:
        print(e)
    try:
        async with asyncio.timeout(0.1) as outer:
            try:
                async with asyncio.timeout(0.2) as inner:
                    await asyncio.sleep(1)
            except TimeoutError:
                print("wrong")
    except TimeoutError:
        print("outer", outer.expired(), inner.expired())
    try:
        async with asyncio.timeout(0.2):
            try:
                async with asyncio.timeout(0.1):
                    await asyncio.sleep(1)
            except TimeoutError:
                print("inner")
                await asyncio.sleep(1)
    except TimeoutError:
        print("then outer")
    try:
        async with asyncio.timeout(0.1):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise ValueError("replaced")
    except ValueError as e:
        print(repr(e), repr(e.__context__), repr(e.__context__.__cause__))
    try:
        async with asyncio.timeout(0.1):
            try:
                await asyncio.sleep(1)
            finally:
                await asyncio.sleep(0.3)
    except TimeoutError:
        print(f"{loop.time():.2f}")
    async with asyncio.timeout(0) as t0:
        pass
    print(t0.expired())
    async with asyncio.timeout(None) as tn:
        await asyncio.sleep(1)
    print(tn.when())
    task = asyncio.current_task()
    try:
        async with asyncio.timeout(0.1):
            task.cancel()
            await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("cancelled", task.uncancel())

    def no_task():

        async def enter():
            async with asyncio.timeout(1):
                pass
        try:
            enter().send(None)
        except RuntimeError as e:
            print(e)
    loop.call_soon(no_task)
    await asyncio.sleep(0.1)


asyncio.run(main())
