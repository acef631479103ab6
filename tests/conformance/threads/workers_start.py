
#: A new worker begins at once, one that waited when it gets the GIL
import asyncio
import time


def job(number):
    print("job", number, "begins")
    time.sleep(0.01)
    print("job", number, "ends")
    return number


async def main():
    loop = asyncio.get_running_loop()
    first = loop.run_in_executor(None, job, 1)
    print("submitted")
    print(await first)
    second = loop.run_in_executor(None, job, 2)
    print("submitted to a worker that waited")
    try:
        print(await asyncio.wait_for(second, 0.01))
    except TimeoutError as error:
        print(repr(error))


asyncio.run(main())

#: asyncio.run waits for its executor for five minutes
import asyncio
import time


async def main():
    asyncio.get_running_loop().run_in_executor(None, time.sleep, 400)
    await asyncio.sleep(0.01)
    print("main is done")


asyncio.run(main())
print("end")
