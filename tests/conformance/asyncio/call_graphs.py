#: Call graphs of tasks and futures
import asyncio


def mask(text):
    out = []
    for line in text.split('\n'):
        if 'id=0x' in line:
            line = line[:line.index('id=0x')] + 'id)'
        out.append(line)
    return '\n'.join(out)


async def leaf(f):
    await f


async def mid(f):
    await leaf(f)


def sync():
    print(mask(asyncio.format_call_graph()))


async def current():
    sync()


async def main():
    f = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(mid(f), name="T")

    async def waits():
        await t
    t2 = asyncio.create_task(waits(), name="U")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(mask(asyncio.format_call_graph(t)))
    print(mask(asyncio.format_call_graph(f)))
    print(mask(asyncio.format_call_graph(t, limit=1)))
    print(mask(asyncio.format_call_graph(t, limit=-1)))
    print(mask(asyncio.format_call_graph(t, limit=0)))
    async with asyncio.TaskGroup() as tg:
        tg.create_task(current(), name="C")
    g = asyncio.capture_call_graph()
    print(type(g).__name__, g.future is asyncio.current_task(), len(g.call_stack), g.awaited_by, type(g.call_stack[0]).__name__)
    f.set_result(1)
    await t2


asyncio.run(main())
for bad in (lambda: asyncio.capture_call_graph(), lambda: asyncio.capture_call_graph(5)):
    try:
        bad()
    except (RuntimeError, TypeError) as e:
        print(e)


#: through_gather
import asyncio


async def leaf(n):
    await asyncio.sleep(n)


async def branch():
    await asyncio.gather(leaf(1), leaf(2))


async def show(task):
    print(asyncio.format_call_graph(task).replace(hex(id(task)), "ID"))


async def main():
    task = asyncio.create_task(branch(), name="branch")
    await asyncio.sleep(0.1)
    for other in sorted(asyncio.all_tasks(), key=lambda task: task.get_name()):
        graph = asyncio.capture_call_graph(other)
        if graph is None:
            continue
        print(other.get_name(), [entry.frame.f_code.co_name for entry in graph.call_stack])
        for waiter in graph.awaited_by:
            print("  awaited by", type(waiter.future).__name__, [entry.frame.f_code.co_name for entry in waiter.call_stack])
            for outer in waiter.awaited_by:
                print("    awaited by", type(outer.future).__name__, [entry.frame.f_code.co_name for entry in outer.call_stack])
    await task


asyncio.run(main())

#: printed_inside_gather
import asyncio
import io


async def deep():
    out = io.StringIO()
    asyncio.print_call_graph(file=out)
    for line in out.getvalue().splitlines():
        print(line.split(" id=")[0].split("(id=")[0])


async def outer():
    await asyncio.gather(deep(), asyncio.sleep(0.1))


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(outer(), name="outer")


asyncio.run(main())

#: through_wait_shield_wait_for
import asyncio


def show(task):
    def walk(graph, depth):
        names = [entry.frame.f_code.co_name for entry in graph.call_stack]
        print("  " * depth + type(graph.future).__name__, names)
        for waiter in graph.awaited_by:
            walk(waiter, depth + 1)

    walk(asyncio.capture_call_graph(task), 0)


async def leaf():
    await asyncio.sleep(1)


async def by_wait(task):
    await asyncio.wait([task])


async def by_shield(task):
    await asyncio.shield(task)


async def by_wait_for(task):
    await asyncio.wait_for(task, 5)


async def by_as_completed(task):
    async for done in asyncio.as_completed([task]):
        pass


async def main():
    for by in by_wait, by_shield, by_wait_for, by_as_completed:
        task = asyncio.create_task(leaf())
        waiter = asyncio.create_task(by(task))
        await asyncio.sleep(0.1)
        print(by.__name__)
        show(task)
        await waiter


asyncio.run(main())
