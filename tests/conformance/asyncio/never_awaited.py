import asyncio


async def work(n):
    print("never printed", n)


async def main():
    work(1)
    for n in range(2):
        work(n)
    kept = work(3)
    print(type(kept).__name__, kept.__name__)
    del kept
    print("between")
    value = work(4)
    value = None
    closed = work(5)
    closed.close()
    print("end of main")


asyncio.run(main())
work(6)
held = work(7)
print("end of the program")
