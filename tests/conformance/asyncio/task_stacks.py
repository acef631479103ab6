#: where a task stands
import asyncio
import sys


async def inner():
    await asyncio.sleep(1)


async def middle():
    await inner()


async def fails():
    raise ValueError("no")


async def main():
    task = asyncio.create_task(middle(), name="mid")
    print([(f.f_code.co_name, f.f_lineno) for f in task.get_stack()])
    await asyncio.sleep(0)
    print([(f.f_code.co_name, f.f_lineno) for f in task.get_stack()])
    print(task.get_stack(limit=0))
    task.print_stack(file=sys.stdout)
    task.print_stack()
    coroutine = task.get_coro()
    print(coroutine.cr_frame.f_lineno, coroutine.cr_await.cr_frame.f_code.co_name)
    task.cancel()
    await asyncio.wait([task])
    print(task.get_stack(), coroutine.cr_frame)
    task.print_stack(file=sys.stdout)
    failed = asyncio.create_task(fails())
    await asyncio.wait([failed])
    print([(f.f_code.co_name, f.f_lineno) for f in failed.get_stack()])
    failed.print_stack(file=sys.stdout)


asyncio.run(main())
#: the frame of a generator
def squares(numbers):
    for number in numbers:
        square = number * number
        yield square


found = squares([2, 3])
print(found.gi_frame.f_lineno, found.gi_frame.f_code.co_name)
next(found)
print(found.gi_frame.f_lineno, found.gi_frame.f_locals["square"])
print(list(found), found.gi_frame)
