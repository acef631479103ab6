# Title: Ask a second server when the first is slow
# Look for: After a second of silence the same question goes to the second server; the first answer wins, the other is cancelled.
# Level: advanced
# View: timeline
#: Program
import asyncio


async def ask(server, seconds):
    try:
        await asyncio.sleep(seconds)
        return f"answer of {server}"
    except asyncio.CancelledError:
        print(server, "is no longer needed")
        raise


async def first_answer():
    asked = [asyncio.create_task(ask("main server", 4), name="main server")]
    done, _ = await asyncio.wait(asked, timeout=1)
    if not done:
        print("too slow, asking the other one, too")
        asked.append(asyncio.create_task(ask("backup", 1), name="backup"))
        done, _ = await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)
    for task in asked:
        if task not in done:
            task.cancel()
    return done.pop().result()


async def main():
    print(await first_answer())


asyncio.run(main())
