# Title: Closing down without losing work
# Look for: After the stop no new order is taken, the orders at hand are finished, and only then does the program end.
# Level: advanced
# View: timeline
#: Program
import asyncio


async def serve(name, orders):
    try:
        while True:
            order = await orders.get()
            await asyncio.sleep(2)
            print(name, "finished", order)
            orders.task_done()
    except asyncio.CancelledError:
        print(name, "stops")
        raise


async def take_orders(orders, stop):
    number = 0
    while not stop.is_set():
        number += 1
        orders.put_nowait(number)
        print("took order", number)
        await asyncio.sleep(1)
    print("no more orders")


async def main():
    orders, stop = asyncio.Queue(), asyncio.Event()
    servers = [asyncio.create_task(serve(name, orders), name=name) for name in ("ann", "bob")]
    asyncio.get_running_loop().call_later(2.5, stop.set)
    await take_orders(orders, stop)
    await orders.join()
    for server in servers:
        server.cancel()
    await asyncio.gather(*servers, return_exceptions=True)
    print("closed")


asyncio.run(main())
