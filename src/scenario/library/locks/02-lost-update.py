# Title: An update is lost across an await
# Look for: Between reading and writing there is an await, and the other task reads the old value there. A lock closes the gap.
# Level: intermediate
# View: compare
#: Without a lock
import asyncio

balance = 100


async def withdraw(amount):
    global balance
    seen = balance
    await asyncio.sleep(1)
    balance = seen - amount
    print(f"took {amount}, balance {balance}")


async def main():
    await asyncio.gather(withdraw(30), withdraw(50))
    print("at the end:", balance)


asyncio.run(main())
#: With a lock
import asyncio

balance = 100
lock = asyncio.Lock()


async def withdraw(amount):
    global balance
    async with lock:
        seen = balance
        await asyncio.sleep(1)
        balance = seen - amount
    print(f"took {amount}, balance {balance}")


async def main():
    await asyncio.gather(withdraw(30), withdraw(50))
    print("at the end:", balance)


asyncio.run(main())
