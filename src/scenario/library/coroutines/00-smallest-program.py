# Title: The smallest asyncio program
# Look for: asyncio.run makes a loop, runs main in it until main returns, and gives back what main returned.
# Level: first steps
# View: timeline
#: Program
import asyncio


async def main():
    print("hello")
    await asyncio.sleep(1)
    print("world")
    return 42


# From here on plain code: asyncio.run is the door between the two worlds.
answer = asyncio.run(main())
print("main returned", answer)
