"""Call graphs of tasks: what a future waits in, and who awaits it (Lib/asyncio/graph.py)."""

from _asyncio import _async_stack, _future_parts, _own_stack, _waiting_tasks
from asyncio import events, futures, tasks


class _Record:
    """An object of a few fields that do not change."""

    __slots__ = ()

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values, strict=True):
            object.__setattr__(self, name, value)

    def __setattr__(self, name, value):
        raise AttributeError(f"cannot assign to field {name!r}")

    def __repr__(self):
        fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
        return f"{type(self).__name__}({fields})"


class FrameCallGraphEntry(_Record):
    __slots__ = ("frame",)


class FutureCallGraph(_Record):
    __slots__ = ("future", "call_stack", "awaited_by")


class _Code:
    def __init__(self, filename, qualname):
        self.co_filename = filename
        self.co_qualname = qualname
        self.co_name = qualname.rpartition(".")[2]


class _Frame:
    """As much of a frame as a graph shows. `kind` is "", "async", "async generator" or "generator"."""

    def __init__(self, filename, line, qualname, kind):
        self.f_code = _Code(filename, qualname)
        self.f_lineno = line
        self.kind = kind


def _entries(stack):
    return [FrameCallGraphEntry(_Frame(*frame)) for frame in stack]


def _awaited_by(future):
    yield from _waiting_tasks(future)
    for callback in _future_parts(future)[3]:
        # `gather`, `wait` and the like, and task groups, wait by callbacks of their own.
        waiter = getattr(callback, "awaiter", None) or getattr(getattr(callback, "__self__", None), "_parent_task", None)
        if waiter is not None:
            yield waiter


def _check(future):
    if not futures.isfuture(future):
        raise TypeError(f"{future!r} object does not appear to be compatible with asyncio.Future")


def _build_graph_for_future(future, *, limit=None):
    _check(future)
    stack = [] if limit == 0 or not isinstance(future, tasks.Task) else _entries(_async_stack(future))
    awaited_by = tuple(_build_graph_for_future(waiter, limit=limit) for waiter in _awaited_by(future))
    if limit is not None and limit != 0:
        stack = stack[:limit] if limit > 0 else stack[limit:]
    stack.reverse()
    return FutureCallGraph(future, tuple(stack), awaited_by)


def capture_call_graph(future=None, /, *, depth=1, limit=None):
    """The graph of a future, by default of the current task; `None` outside of tasks."""
    loop = events._get_running_loop()
    if future is not None:
        if loop is None or future is not tasks.current_task(loop=loop):
            return _build_graph_for_future(future, limit=limit)
    else:
        if loop is None:
            raise RuntimeError(
                "capture_call_graph() is called outside of a running event loop and no *future* to introspect was provided"
            )
        future = tasks.current_task(loop=loop)
    if future is None:
        return None
    _check(future)
    stack = [] if limit == 0 else _entries(_own_stack(depth))
    awaited_by = tuple(_build_graph_for_future(waiter, limit=limit) for waiter in _awaited_by(future))
    if limit:
        stack = stack[-limit:] if limit > 0 else stack[:-limit]
    return FutureCallGraph(future, tuple(stack), awaited_by)


def _render(graph, level):
    indent = level * "    "
    future = graph.future
    if isinstance(future, tasks.Task):
        yield f"{indent}* Task(name={future.get_name()!r}, id={id(future):#x})"
    else:
        yield f"{indent}* Future(id={id(future):#x})"
    if graph.call_stack:
        yield f"{indent}  + Call stack:"
    for entry in graph.call_stack:
        frame = entry.frame
        kind = frame.kind + " " if frame.kind else ""
        place = f"File {frame.f_code.co_filename!r}, line {frame.f_lineno}"
        yield f"{indent}  |   {place}, in {kind}{frame.f_code.co_qualname}()"
    if graph.awaited_by:
        yield f"{indent}  + Awaited by:"
        for waiter in graph.awaited_by:
            yield from _render(waiter, level + 1)


def format_call_graph(future=None, /, *, depth=1, limit=None):
    """The graph as text."""
    graph = capture_call_graph(future, depth=depth + 1, limit=limit)
    return "" if graph is None else "\n".join(_render(graph, 0))


def print_call_graph(future=None, /, *, file=None, depth=1, limit=None):
    """Prints the graph."""
    print(format_call_graph(future, depth=depth, limit=limit), file=file)  # line 276
