import asyncio


async def inner():
    return "inner"


async def main():
    coroutine = inner()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    print(await coroutine)
    try:
        asyncio.get_running_loop().run_until_complete(inner_task := asyncio.ensure_future(inner()))
    except RuntimeError as error:
        print(error)
    print(await inner_task)
    asyncio.run(inner())


asyncio.run(main())
