#: Loop: turned by hand
import asyncio

loop = asyncio.new_event_loop()
print(loop, loop.is_running(), loop.is_closed())
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop)


async def work():
    await asyncio.sleep(0.1)
    return 5


print(loop.run_until_complete(work()))
f = loop.create_future()
loop.call_later(0.5, f.set_result, "f")
print(loop.run_until_complete(f), loop.time())
loop.call_soon(loop.stop)
loop.run_forever()
loop.call_later(0.2, loop.stop)
loop.call_soon(print, "soon")
loop.run_forever()
print(round(loop.time(), 3))
f2 = loop.create_future()
loop.call_soon(loop.stop)
try:
    loop.run_until_complete(f2)
except RuntimeError as e:
    print(e)


def nested():
    try:
        loop.run_forever()
    except RuntimeError as e:
        print(e)
    try:
        asyncio.run(work())
    except RuntimeError as e:
        print(e)
    other = asyncio.new_event_loop()
    try:
        other.run_until_complete(other.create_future())
    except RuntimeError as e:
        print(e)
    other.close()
    loop.stop()


loop.call_soon(nested)
loop.run_forever()
try:
    loop.run_until_complete(5)
except TypeError as e:
    print(e)
loop.close()
loop.close()
print(loop)
for call in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.run_forever(), lambda: loop.run_in_executor(None, print), lambda: loop.call_soon_threadsafe(print)):
    try:
        call()
    except RuntimeError as e:
        print(e)
c = work()
try:
    loop.create_task(c)
except RuntimeError as e:
    print(e)
c.close()
try:
    loop.call_later(None, print)
except TypeError as e:
    print(e)
try:
    loop.call_at(None, print)
except TypeError as e:
    print(e)
asyncio.set_event_loop(None)
try:
    asyncio.set_event_loop(5)
except TypeError as e:
    print(e)
#: Runner: one loop for several runs
import asyncio


async def main():
    return asyncio.get_running_loop()


made = []


def factory():
    made.append(asyncio.new_event_loop())
    return made[-1]


print(asyncio.run(main(), loop_factory=factory) is made[0], made[0].is_closed())
with asyncio.Runner(debug=True) as r:
    print(r.get_loop().get_debug())
    l = r.run(main())
    print(l is r.get_loop(), r.run(main()) is l)
    try:
        r.run(5)
    except TypeError as e:
        print(e)
    try:
        r.run(print)
    except TypeError as e:
        print(e)
try:
    r.run(main())
except RuntimeError as e:
    print(e)
try:
    r.get_loop()
except RuntimeError as e:
    print(e)
r.close()


async def inner():
    c = main()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()
    with asyncio.Runner() as r2:
        c = main()
        try:
            r2.run(c)
        except RuntimeError as e:
            print(e)
        c.close()


asyncio.run(inner())


class A:

    def __await__(self):
        yield from asyncio.sleep(0.1).__await__()
        return "awaitable"


print(asyncio.run(A()))
try:
    asyncio.run(5)
except TypeError as e:
    print(e)
