#: futures with callbacks cannot end any more
import asyncio


def show(future):
    print("called", future)


def attempt(what, future, *args):
    try:
        print(what, getattr(future, what)(*args), future)
    except RuntimeError as error:
        print(what, repr(error), future)


async def wait(future):
    await future


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(4)]
    for future in futures[:3]:
        future.add_done_callback(show)
    task = loop.create_task(wait(futures[3]), name="waiting")
    await asyncio.sleep(0)
    return futures, task


loop = asyncio.new_event_loop()
futures, task = loop.run_until_complete(main())
loop.close()
attempt("cancel", futures[0])
attempt("set_result", futures[1], 1)
attempt("set_exception", futures[2], ValueError("late"))
attempt("cancel", task)
attempt("cancel", futures[3])
for future in futures:
    attempt("add_done_callback", future, show)
free = loop.create_future()
attempt("set_result", free, 2)
print(free.result())
