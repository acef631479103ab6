# Title: shield: the wait is cancelled, the work goes on
# Look for: The timeout ends the wait for the payment, not the payment.
# Level: intermediate
# View: timeline
#: Program
import asyncio


async def pay():
    await asyncio.sleep(3)
    print("payment booked")
    return "receipt"


async def main():
    payment = asyncio.create_task(pay())
    try:
        async with asyncio.timeout(1):
            await asyncio.shield(payment)
    except TimeoutError:
        print("the page stops waiting")
    print("payment cancelled:", payment.cancelled())
    print(await payment)


asyncio.run(main())
