"""inspect: what things are, and what functions take."""

import sys
from types import (
    AsyncGeneratorType, BuiltinFunctionType, CodeType, CoroutineType, FunctionType, GeneratorType, MethodType, ModuleType,
    TracebackType,
)

from _functions import _function_kind, _function_source
from _traceback import current_frame, frame as FrameType
from inspect._signature import BoundArguments, Parameter, Signature, _empty, signature
from inspect._states import (
    AGEN_CLOSED, AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, CORO_CLOSED, CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED,
    GEN_CLOSED, GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, getasyncgenstate, getcoroutinestate, getgeneratorlocals,
    getgeneratorstate,
)

_marked = object()


def _plain(function):
    """The function inside of bound methods and partials."""
    functools = sys.modules.get("functools")
    while True:
        if isinstance(function, MethodType):
            function = function.__func__
        elif functools is not None and isinstance(function, functools.partial):
            function = function.func
        else:
            return function


def ismodule(object):
    return isinstance(object, ModuleType)


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, FunctionType)


def ismethod(object):
    return isinstance(object, MethodType)


def isbuiltin(object):
    return isinstance(object, BuiltinFunctionType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object)


def isgeneratorfunction(obj):
    return _function_kind(_plain(obj)) == "generator"


def isasyncgenfunction(obj):
    return _function_kind(_plain(obj)) == "async generator"


def iscoroutinefunction(obj):
    plain = _plain(obj)
    return _function_kind(plain) == "coroutine" or getattr(plain, "_is_coroutine_mark", None) is _marked


def markcoroutinefunction(func):
    _plain(func)._is_coroutine_mark = _marked
    return func


def isgenerator(object):
    return isinstance(object, GeneratorType)


def iscoroutine(object):
    return isinstance(object, CoroutineType)


def isasyncgen(object):
    return isinstance(object, AsyncGeneratorType)


def isawaitable(object):
    return isinstance(object, CoroutineType) or hasattr(type(object), "__await__")


def istraceback(object):
    return isinstance(object, TracebackType)


def isframe(object):
    return isinstance(object, FrameType)


def iscode(object):
    return isinstance(object, CodeType)


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__get__") and not isdatadescriptor(object)


def getmembers(object, predicate=None):
    members = []
    for name in dir(object):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            members.append((name, value))
    return sorted(members, key=lambda member: member[0])


def getmembers_static(object, predicate=None):
    members = ((name, getattr_static(object, name)) for name in dir(object))
    return sorted((member for member in members if predicate is None or predicate(member[1])), key=lambda member: member[0])


def getattr_static(obj, attr, default=_empty):
    """The attribute without descriptors and `__getattr__`."""
    places = [getattr(obj, "__dict__", {})]
    places += [cls.__dict__ for cls in (obj.__mro__ if isclass(obj) else type(obj).__mro__)]
    for place in places:
        if attr in place:
            return place[attr]
    if default is _empty:
        raise AttributeError(attr)
    return default


def getmro(cls):
    return cls.__mro__


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and isclass(object):
        doc = next((base.__doc__ for base in object.__mro__ if base.__doc__), None)
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip(" ")) for line in lines[1:] if line.strip(" ")), default=0)
    lines = [lines[0].lstrip(" ")] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def unwrap(func, *, stop=None):
    seen = [func]
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if any(func is other for other in seen):
            raise ValueError(f"wrapper loop when unwrapping {seen[0]!r}")
        seen.append(func)
    return func


def getsourcelines(object):
    text, line = _function_source(_plain(unwrap(object)))
    if text is None:
        raise OSError("could not get source code")
    return text.splitlines(True), line


def getsource(object):
    return "".join(getsourcelines(object)[0])


def getfile(object):
    object = _plain(unwrap(object))
    code = object if iscode(object) else getattr(object, "__code__", None)
    if code is None:
        raise TypeError(f"module, class, method, function, traceback, frame, or code object was expected, got {type(object).__name__}")
    return code.co_filename


getsourcefile = getfile


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    return sys.modules.get(getattr(object, "__module__", None))


def getmodulename(path):
    name = path.rpartition("/")[2]
    return name.removesuffix(".py") if name.endswith(".py") else None


def currentframe():
    return current_frame()


class FrameInfo(tuple):
    """What is known of a frame that is being executed."""

    def __new__(cls, frame, filename, lineno, function, code_context, index):
        return tuple.__new__(cls, (frame, filename, lineno, function, code_context, index))

    frame = property(lambda self: self[0])
    filename = property(lambda self: self[1])
    lineno = property(lambda self: self[2])
    function = property(lambda self: self[3])
    code_context = property(lambda self: self[4])
    index = property(lambda self: self[5])


def stack(context=1):
    from _traceback import _source_line

    frames = []
    frame = current_frame()
    while frame is not None:
        filename, line = frame.f_code.co_filename, frame.f_lineno
        frames.append(FrameInfo(frame, filename, line, frame.f_code.co_name, [_source_line(filename, line) + "\n"], 0))
        frame = frame.f_back
    return frames


def getclosurevars(func):
    raise NotImplementedError("inspect.getclosurevars is not supported")


def getcallargs(func, /, *positional, **named):
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return bound.arguments
