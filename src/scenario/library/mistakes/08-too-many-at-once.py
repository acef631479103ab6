# Title: A thousand requests at once
# Look for: The server takes ten at a time and turns the others away. A semaphore keeps within what it can take.
# Level: intermediate
# View: compare
#: Mistake
import asyncio

busy = 0


async def server(number):
    global busy
    if busy == 10:
        raise ConnectionError("too many requests")
    busy += 1
    await asyncio.sleep(1)
    busy -= 1
    return number


async def main():
    answers = await asyncio.gather(*(server(n) for n in range(40)), return_exceptions=True)
    print(sum(isinstance(answer, int) for answer in answers), "answers of", len(answers))


asyncio.run(main())
#: Repaired
import asyncio

busy = 0


async def server(number):
    global busy
    if busy == 10:
        raise ConnectionError("too many requests")
    busy += 1
    await asyncio.sleep(1)
    busy -= 1
    return number


async def ask(number, limit):
    async with limit:
        return await server(number)


async def main():
    limit = asyncio.Semaphore(10)
    answers = await asyncio.gather(*(ask(n, limit) for n in range(40)), return_exceptions=True)
    print(sum(isinstance(answer, int) for answer in answers), "answers of", len(answers))


asyncio.run(main())
