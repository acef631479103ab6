#: tasks that a list holds are destroyed in the order in which they were made
import asyncio

tasks = []


async def wait():
    try:
        await asyncio.sleep(1)
    finally:
        print("a coroutine ends")


async def main():
    for number in range(3):
        tasks.append(asyncio.create_task(wait(), name=f"worker {number}"))
    await asyncio.sleep(0.01)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
#: what is made before the list that holds it dies from the list's end
class Noisy:
    def __init__(self, name):
        self.name = name
        self.circle = self

    def __del__(self):
        print("dies", self.name)


first = Noisy("first")
several = [Noisy("one"), Noisy("two"), Noisy("three")]
by_name = {"four": Noisy("four"), "five": Noisy("five")}
last = Noisy("last")
#: a task that only a queue leads to
import asyncio

queue = asyncio.Queue()


async def consume():
    print("got", await queue.get())


async def main():
    asyncio.create_task(consume(), name="consumer")
    await asyncio.sleep(0.01)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
#: code at the end finds no loop
import asyncio


async def work():
    try:
        await asyncio.sleep(1)
    finally:
        print("cleaning up")
        await asyncio.sleep(0.1)


async def main():
    global task
    task = asyncio.create_task(work(), name="work")
    await asyncio.sleep(0.01)


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
#: an async generator of a failed run dies with its loop
import asyncio


async def numbers():
    try:
        yield 1
    finally:
        print("numbers end")


async def main():
    source = numbers()
    print(await anext(source))
    await asyncio.sleep(0.01)
    raise KeyError("main")


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
#: an async generator of a failed run that was caught dies before its loop
import asyncio


async def numbers():
    try:
        yield 1
    finally:
        print("numbers end")


async def main():
    source = numbers()
    print(await anext(source))
    await asyncio.sleep(0.01)
    raise KeyError("main")


try:
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
except KeyError as error:
    print("ended by", repr(error))
#: coroutines that modules hold are warned of in short
import asyncio


async def forgotten():
    pass


async def numbers():
    yield 1


async def main():
    global closing
    closing = numbers().aclose()


kept = forgotten()
asyncio.run(main())
#: a failed task that was never asked, held until the end
import asyncio


async def fail():
    raise ValueError("nobody asks")


async def main():
    global task
    task = asyncio.create_task(fail(), name="failed")
    await asyncio.sleep(0.01)


asyncio.run(main())
print("over")
