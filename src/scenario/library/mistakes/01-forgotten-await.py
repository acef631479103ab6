# Title: A forgotten await
# Look for: The mail is never sent, and the only sign of it is a warning.
# Level: first steps
# View: compare
#: Mistake
import asyncio


async def send_mail(to):
    await asyncio.sleep(1)
    print("mail sent to", to)


async def main():
    send_mail("ann")
    print("done")


asyncio.run(main())
#: Repaired
import asyncio


async def send_mail(to):
    await asyncio.sleep(1)
    print("mail sent to", to)


async def main():
    await send_mail("ann")
    print("done")


asyncio.run(main())
