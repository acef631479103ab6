import asyncio


async def greet(name):
    await asyncio.sleep(0.1)
    return f"hello {name}"


loop = asyncio.new_event_loop()
print(loop.run_until_complete(greet("a")))
task = loop.create_task(greet("d"))
print(task.done(), loop.run_until_complete(task), task.done(), loop.is_running(), loop.is_closed())
loop.call_later(0.2, loop.stop)
loop.call_soon(print, "in run_forever")
loop.run_forever()
print(f"stopped at {loop.time():.2f}")
pending = loop.create_task(greet("e"))
loop.call_soon(loop.stop)
loop.run_forever()
print(pending.done(), loop.run_until_complete(pending))
loop.close()
print(loop.is_closed())
try:
    loop.run_until_complete(greet("closed").close() or loop.create_future())
except RuntimeError as error:
    print(error)


async def fails():
    raise OSError("failed")


other = asyncio.new_event_loop()
asyncio.set_event_loop(other)
try:
    other.run_until_complete(fails())
except OSError as error:
    print("raised", error)
print(asyncio.get_event_loop() is other)
other.close()
