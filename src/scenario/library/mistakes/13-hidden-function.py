# Title: A loop variable that hides a function
# Look for: Because main has a for over task, every task in main is that variable, even above the loop.
# Level: intermediate
# View: compare
#: Mistake
import asyncio


async def task(number):
    await asyncio.sleep(number)
    return number


async def main():
    tasks = [asyncio.create_task(task(n)) for n in (1, 2, 3)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print("first:", done.pop().result())
    for task in pending:
        task.cancel()


asyncio.run(main())
#: Repaired
import asyncio


async def task(number):
    await asyncio.sleep(number)
    return number


async def main():
    tasks = [asyncio.create_task(task(n)) for n in (1, 2, 3)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print("first:", done.pop().result())
    for late in pending:
        late.cancel()


asyncio.run(main())
