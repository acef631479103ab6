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
