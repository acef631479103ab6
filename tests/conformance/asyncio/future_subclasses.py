#: future_with_name
import asyncio


class NamedFuture(asyncio.Future):
    def __init__(self, name, *, loop=None):
        super().__init__(loop=loop)
        self.name = name

    def __repr__(self):
        return f"NamedFuture({self.name!r}, done={self.done()})"


async def main():
    loop = asyncio.get_running_loop()
    future = NamedFuture("answer", loop=loop)
    print(future, isinstance(future, asyncio.Future), asyncio.isfuture(future), asyncio.iscoroutine(future))
    loop.call_later(0.5, future.set_result, 42)
    print(await future)
    print(future, future.name, future.result(), future.get_loop() is loop)
    print(type(future).__mro__[1:])


asyncio.run(main())

#: set_result_overridden
import asyncio


class Loud(asyncio.Future):
    def set_result(self, result):
        print("result", result)
        super().set_result(result * 2)

    def set_exception(self, exception):
        print("exception", exception)
        super().set_exception(exception)

    def cancel(self, msg=None):
        print("cancel", msg)
        return super().cancel(msg)

    def result(self):
        print("asked")
        return super().result()


async def main():
    loop = asyncio.get_running_loop()
    future = Loud(loop=loop)
    loop.call_soon(future.set_result, 21)
    print(await asyncio.wait_for(future, 1))
    print(future.result())
    future = Loud()
    future.set_exception(ValueError("no"))
    try:
        await future
    except ValueError as error:
        print("caught", error)
    future = Loud()
    print(future.cancel("enough"), future.cancelled())
    try:
        await future
    except asyncio.CancelledError as error:
        print("cancelled", error)
    future = Loud()
    try:
        await asyncio.wait_for(future, 0.1)
    except TimeoutError:
        print("timeout", future.cancelled())


asyncio.run(main())

#: cancel_reaches_the_override
import asyncio


class Guarded(asyncio.Future):
    asked = 0

    def cancel(self, msg=None):
        self.asked += 1
        print("asked", self.asked, msg)
        return False if self.asked < 2 else super().cancel(msg=msg)


async def wait(future):
    try:
        await future
    except asyncio.CancelledError as error:
        print("task saw", error.args)
        raise


async def main():
    future = Guarded()
    task = asyncio.create_task(wait(future))
    await asyncio.sleep(0)
    task.cancel("first")
    await asyncio.sleep(0.1)
    print(task, future.done())
    future = Guarded()
    task = asyncio.create_task(wait(future))
    outer = asyncio.create_task(wait(task))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    outer.cancel("one")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(task.cancelling(), outer.cancelling(), outer.cancelled(), future.cancelled())
    future = Guarded()
    gathering = asyncio.gather(future, asyncio.sleep(1))
    print(gathering.cancel("all"), future.cancelled())
    print(gathering.cancel("again"), future.cancelled())
    try:
        await gathering
    except asyncio.CancelledError as error:
        print("gather", error.args)


asyncio.run(main())

#: cancelled_before_it_awaits
import asyncio


class Stubborn(asyncio.Future):
    def cancel(self, msg=None):
        print("no", msg)
        return False


class Willing(asyncio.Future):
    def cancel(self, msg=None):
        print("yes", msg)
        return super().cancel(msg)


async def main():
    for kind in Stubborn, Willing:
        future = kind()

        async def work():
            asyncio.current_task().cancel("self")
            try:
                await future
            except asyncio.CancelledError as error:
                print("cancelled", error.args, future)
            return "done"

        task = asyncio.create_task(work())
        asyncio.get_running_loop().call_later(0.2, lambda: future.done() or future.set_result("late"))
        print(await task)


asyncio.run(main())

#: task_subclass_by_factory
import asyncio


class TimedTask(asyncio.Task):
    def __init__(self, coro, *, loop=None, **kwargs):
        super().__init__(coro, loop=loop, **kwargs)
        self.started = loop.time()
        self.add_done_callback(TimedTask.report)

    def report(self):
        print(f"{self.get_name()} took {self.get_loop().time() - self.started:.1f}")


def factory(loop, coro, **kwargs):
    return TimedTask(coro, loop=loop, **kwargs)


async def work(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    tasks = [asyncio.create_task(work(n / 10), name=f"w{n}") for n in (3, 1, 2)]
    print(type(tasks[0]).__name__, tasks[0])
    print(await asyncio.gather(*tasks))
    async with asyncio.TaskGroup() as group:
        task = group.create_task(work(0.4))
    print(task.result(), isinstance(task, asyncio.Task), type(asyncio.current_task()).__name__)
    print(task)
    print(await asyncio.wait_for(asyncio.create_task(work(0.1), name="last"), 1))


asyncio.run(main())

#: task_subclass_overrides
import asyncio


class Task(asyncio.Task):
    def cancel(self, msg=None):
        print(self.get_name(), "is cancelled:", msg)
        return super().cancel(msg)

    def set_name(self, value):
        super().set_name(f"<{value}>")

    def __repr__(self):
        return f"<my task {self.get_name()}>"

    def get_stack(self, *, limit=None):
        return ["no stack"]


async def sleeper():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleanup of", asyncio.current_task())


async def main():
    loop = asyncio.get_running_loop()
    task = Task(sleeper(), loop=loop, name="a")
    task.set_name("b")
    await asyncio.sleep(0.1)
    print(task, str(task), [task], task.get_stack(), asyncio.all_tasks() >= {task})
    try:
        async with asyncio.timeout(0.2):
            await task
    except TimeoutError:
        print("timeout", task.cancelled(), task.done())
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    first = Task(sleeper(), loop=loop, name="first")
    second = Task(asyncio.wait([first]), loop=loop, name="second")
    await asyncio.sleep(0.1)
    second.cancel("stop")
    print(await asyncio.gather(second, return_exceptions=True), first.done())
    first.cancel()
    await asyncio.wait([first])


asyncio.run(main())

#: eager_task_subclass
import asyncio


class Eager(asyncio.Task):
    pass


async def quick():
    print("quick runs in", type(asyncio.current_task()).__name__)
    return 1


async def slow():
    print("slow begins")
    await asyncio.sleep(0.1)
    return 2


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.create_eager_task_factory(Eager))
    quick_task = asyncio.create_task(quick(), name="quick")
    print(quick_task.done(), quick_task.result(), quick_task)
    slow_task = asyncio.create_task(slow(), name="slow")
    print("after", slow_task.done())
    print(await slow_task)
    direct = Eager(slow(), loop=loop, name="direct", eager_start=True)
    print(await direct)

    async def fails():
        raise LookupError("at once")

    failed = Eager(fails(), loop=loop, eager_start=True)
    print(failed.done(), repr(failed.exception()))


asyncio.run(main())

#: without_init
import asyncio


class Careless(asyncio.Future):
    def __init__(self):
        self.value = 1


async def main():
    future = Careless()
    print(future.value, future.done(), future.cancelled())
    for action in (lambda: future.set_result(1), lambda: future.result(), lambda: future.cancel(),
                   lambda: future.add_done_callback(print), lambda: future.exception(), lambda: future.get_loop()):
        try:
            action()
        except RuntimeError as error:
            print(error)
    try:
        await future
    except RuntimeError as error:
        print("await:", error)


asyncio.run(main())

#: own_await_and_operators
import asyncio


class Double(asyncio.Future):
    def __await__(self):
        value = yield from super().__await__()
        return value * 2

    def __eq__(self, other):
        return isinstance(other, Double)

    def __hash__(self):
        return 7

    def __bool__(self):
        return False

    def __len__(self):
        return 3


async def main():
    future = Double()
    asyncio.get_running_loop().call_later(0.1, future.set_result, 4)
    print(await future, future == Double(), hash(future), bool(future), len(future))
    print(await asyncio.gather(future))


asyncio.run(main())

#: never_retrieved_of_subclasses
import asyncio


class MyFuture(asyncio.Future):
    pass


class MyTask(asyncio.Task):
    pass


async def fail():
    raise ValueError("lost")


async def main():
    future = MyFuture()
    future.set_exception(KeyError("gone"))
    del future
    task = MyTask(fail(), loop=asyncio.get_running_loop(), name="t")
    await asyncio.sleep(0.1)
    del task
    print("end")


asyncio.run(main())

#: outside_of_a_loop
import asyncio


class MyFuture(asyncio.Future):
    pass


loop = asyncio.new_event_loop()
future = MyFuture(loop=loop)
print(future)
loop.call_soon(future.set_result, "here")
print(loop.run_until_complete(future))
asyncio.set_event_loop(loop)
print(MyFuture().get_loop() is loop)


async def work():
    return 3


print(loop.run_until_complete(asyncio.Task(work())))
loop.close()

#: mixins_and_generics
import asyncio


class Tagged:
    def __init__(self, *args, tag=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.tag = tag


class TaggedFuture(Tagged, asyncio.Future):
    pass


class IntFuture(asyncio.Future[int]):
    limit = 10


class Child(TaggedFuture):
    @property
    def label(self):
        return f"<{self.tag}>"

    @classmethod
    def ready(cls, value):
        future = cls(tag="ready")
        future.set_result(value)
        return future


async def main():
    future = TaggedFuture(tag="x")
    future.set_result(1)
    print(future.tag, await future)
    number = IntFuture()
    number.set_result(5)
    print(await number + number.limit, IntFuture.__bases__)
    child = Child.ready(3)
    print(child.label, await child, child)
    print(issubclass(Child, asyncio.Future), vars(child))


asyncio.run(main())
