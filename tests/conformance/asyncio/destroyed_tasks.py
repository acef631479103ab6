#: a task that sleeps when its loop is closed
import asyncio

async def f():
    print("f")
    try:
        await asyncio.sleep(5)
    finally:
        print("fin f")

async def never():
    print("n")

loop = asyncio.new_event_loop()
async def main():
    asyncio.create_task(f(), name="F")
    await asyncio.sleep(1)
    asyncio.create_task(never(), name="N")
loop.run_until_complete(main())
print("closing")
loop.close()
print("closed")
#: the exception handler is told
import asyncio

async def f():
    await asyncio.sleep(1)

async def main():
    task = asyncio.create_task(f(), name="T")
    await asyncio.sleep(0)
    return task

loop = asyncio.new_event_loop()
t = loop.run_until_complete(main())
loop.set_exception_handler(lambda loop, ctx: print(sorted(ctx), ctx["message"]))
loop.close()
print(t)
del t
print("end")
#: a task that a global name holds
import asyncio

async def f():
    try:
        await asyncio.sleep(1)
    finally:
        print("fin")

async def main():
    task = asyncio.create_task(f(), name="T")
    await asyncio.sleep(0)
    return task

loop = asyncio.new_event_loop()
t = loop.run_until_complete(main())
loop.close()
print("end")
#: a loop that is left open
import asyncio

async def f():
    try:
        await asyncio.sleep(1)
    finally:
        print("fin")

async def main():
    task = asyncio.create_task(f(), name="T")
    await asyncio.sleep(0)
    return task

loop = asyncio.new_event_loop()
t = loop.run_until_complete(main())

print("end")
#: not the tasks that gather made
import asyncio

async def f(n):
    try:
        await asyncio.sleep(n)
    finally:
        print("fin", n)

async def g():
    await asyncio.gather(f(1), f(2))

async def main():
    asyncio.create_task(f(4), name="A")
    asyncio.create_task(g(), name="G")
    asyncio.create_task(f(3), name="B")
    await asyncio.sleep(0)
    await asyncio.sleep(0)

loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
print("end")
