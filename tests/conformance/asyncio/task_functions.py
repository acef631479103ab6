#: ensure_future, all_tasks, names
import asyncio


async def work():
    return asyncio.current_task().get_name()


class Aw:

    def __await__(self):
        return (yield from work().__await__())


async def main():
    t = asyncio.ensure_future(work())
    print(asyncio.ensure_future(t) is t, asyncio.isfuture(t), asyncio.isfuture(5))
    print(await asyncio.ensure_future(Aw()), await t)
    for bad in (5, print):
        try:
            asyncio.ensure_future(bad)
        except TypeError as e:
            print(e)
    t = asyncio.create_task(work(), name="first")
    t.set_name(42)
    print(repr(t.get_name()), await t)
    tasks = [asyncio.create_task(work(), name=f"n{i}") for i in range(3)]
    print(sorted((x.get_name() for x in asyncio.all_tasks())), asyncio.current_task() in asyncio.all_tasks())
    print(await asyncio.gather(*tasks), len(asyncio.all_tasks()))
    print(asyncio.iscoroutine((c := work())), asyncio.iscoroutine(work))
    await c
    try:
        asyncio.create_task(5)
    except TypeError as e:
        print(e)
    for m in ("set_result", "set_exception"):
        try:
            getattr(t, m)(ValueError())
        except RuntimeError as e:
            print(e)


asyncio.run(main())
for f in (asyncio.current_task, asyncio.all_tasks, asyncio.get_running_loop, lambda: asyncio.create_task(None), asyncio.Future, lambda: asyncio.timeout(1)):
    try:
        print(f())
    except RuntimeError as e:
        print(e)
