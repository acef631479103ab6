# Title: An event loop by hand
# Look for: What asyncio.run does for you: make a loop, run one coroutine in it, close it even after an error.
# Level: advanced
# View: compare
#: asyncio.run
import asyncio


async def ask(question):
    await asyncio.sleep(1)
    return f"{question}: yes"


async def main():
    print(await ask("ready"))
    print(await ask("steady"))


asyncio.run(main())
#: By hand
import asyncio


async def ask(question):
    await asyncio.sleep(1)
    return f"{question}: yes"


loop = asyncio.new_event_loop()
try:
    # Each call runs the loop until this one coroutine is done; in between the loop stands still.
    print(loop.run_until_complete(ask("ready")))
    print(loop.run_until_complete(ask("steady")))
finally:
    loop.close()
print("closed:", loop.is_closed())
#: Runner
import asyncio


async def ask(question):
    await asyncio.sleep(1)
    return f"{question}: yes"


with asyncio.Runner() as runner:
    print(runner.run(ask("ready")))
    print(runner.run(ask("steady")))
