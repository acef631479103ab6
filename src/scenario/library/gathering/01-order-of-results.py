# Title: gather: results in the order of the call
# Look for: The tasks end in one order, the results stand in another: that of the arguments.
# Level: first steps
# View: timeline
#: Program
import asyncio


async def ask(server, delay):
    await asyncio.sleep(delay)
    print(server, "answered")
    return server


async def main():
    answers = await asyncio.gather(ask("slow", 3), ask("quick", 1), ask("middling", 2))
    print(answers)


asyncio.run(main())
