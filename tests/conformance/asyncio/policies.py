#: Policies and deprecated functions
import asyncio


async def main():
    return type(asyncio.get_event_loop()).__name__


print(asyncio.run(main()))
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
p = asyncio.get_event_loop_policy()
print(type(p).__name__)
print(issubclass(asyncio.DefaultEventLoopPolicy, asyncio.AbstractEventLoopPolicy))
asyncio.set_event_loop_policy(None)
try:
    asyncio.set_event_loop_policy(5)
except TypeError as e:
    print(e)
print(asyncio.iscoroutinefunction(main), asyncio.iscoroutinefunction(print))
print(asyncio.TimeoutError is TimeoutError)
e = asyncio.IncompleteReadError(b"ab", 5)
print(e, e.partial, e.expected)
print(asyncio.LimitOverrunError("m", 3).consumed)
