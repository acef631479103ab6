import asyncio


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    now = lambda: f"{loop.time() - start:.2f}"
    say = lambda *words: print(now(), *words)
    loop.call_soon(say, "soon 1")
    loop.call_soon(lambda: (say("soon 2"), loop.call_soon(say, "soon from soon")))
    loop.call_later(0.2, say, "later 0.2")
    loop.call_later(0.1, say, "later 0.1 a")
    loop.call_later(0.1, say, "later 0.1 b")
    loop.call_later(0, say, "later 0")
    loop.call_at(start + 0.15, say, "at 0.15")
    handle = loop.call_later(0.12, say, "never")
    soon = loop.call_soon(say, "never soon")
    soon.cancel()
    print(handle.cancelled(), soon.cancelled(), f"{handle.when() - start:.2f}")
    handle.cancel()
    print(handle.cancelled())
    say("main suspends")
    await asyncio.sleep(0)
    say("main after one turn")
    await asyncio.sleep(0)
    say("main after two turns")
    await asyncio.sleep(0.3)

    task = asyncio.create_task(asyncio.sleep(0.1, "t"))
    task.add_done_callback(lambda t: say("done callback", t.result()))
    loop.call_soon(say, "queued after the task's first step")
    await task
    say("main resumed")
    print(loop.is_running(), loop.is_closed())

    order = []
    for i in range(3):
        loop.call_soon(order.append, f"soon{i}")
        asyncio.create_task(append_later(order, i))
    await asyncio.sleep(0)
    print(order)

    def boom():
        raise RuntimeError("a callback failed")

    loop.set_exception_handler(lambda loop, context: print("handler:", context["message"].split("<")[0], repr(context["exception"])))
    loop.call_soon(boom)
    await asyncio.sleep(0)
    print("the loop goes on")
    return loop


async def append_later(order, i):
    order.append(f"task{i}")


loop = asyncio.run(main())
print(loop.is_running(), loop.is_closed())
try:
    loop.call_soon(print, "closed")
except RuntimeError as error:
    print(error)
