# Title: Same sleeps, other order
# Look for: In one program the coroutine is awaited, in the other the task. When does work begin?
# Level: first steps
# View: predict
#: Coroutine
import asyncio


async def work(name, seconds):
    print(name, "begins")
    await asyncio.sleep(seconds)
    print(name, "ends")


async def main():
    a = work("a", 2)
    b = work("b", 1)
    await b
    await a


asyncio.run(main())
#: Task
import asyncio


async def work(name, seconds):
    print(name, "begins")
    await asyncio.sleep(seconds)
    print(name, "ends")


async def main():
    a = asyncio.create_task(work("a", 2))
    b = asyncio.create_task(work("b", 1))
    await b
    await a


asyncio.run(main())
