# Title: What runs when main returns
# Look for: asyncio.run cancels every task that is left. The notice is never sent, unless main waits for it.
# Level: first steps
# View: compare
#: Lost
import asyncio


async def send_notice():
    try:
        await asyncio.sleep(2)
        print("notice sent")
    except asyncio.CancelledError:
        print("cancelled before it was sent")
        raise


async def main():
    asyncio.create_task(send_notice())
    await asyncio.sleep(1)
    print("main is done")


asyncio.run(main())
#: Waited for
import asyncio


async def send_notice():
    try:
        await asyncio.sleep(2)
        print("notice sent")
    except asyncio.CancelledError:
        print("cancelled before it was sent")
        raise


async def main():
    notice = asyncio.create_task(send_notice())
    await asyncio.sleep(1)
    print("main is done")
    await notice


asyncio.run(main())
