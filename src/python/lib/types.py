"""types: names for the types of the interpreter, and a few classes."""

import sys

from _prelude import _GenericAlias as GenericAlias, _prepare_class, _resolve_bases, _Union as UnionType
from _prelude import mappingproxy as MappingProxyType


def _function():
    pass


def _generator():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield


def _closure():
    cell = None
    return lambda: cell


class _Method:
    def method(self):
        pass


class _Slotted:
    __slots__ = ("slot",)


def _traceback_of():
    try:
        raise TypeError
    except TypeError as error:
        return error.__traceback__


_unstarted = _coroutine()
FunctionType = type(_function)
LambdaType = FunctionType
CodeType = type(_function.__code__)
CellType = type(_closure().__closure__[0])
GeneratorType = type(_generator())
CoroutineType = type(_unstarted)
AsyncGeneratorType = type(_async_generator())
MethodType = type(_Method().method)
BuiltinFunctionType = type(len)
BuiltinMethodType = type([].append)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ModuleType = type(sys)
MemberDescriptorType = type(_Slotted.slot)
TracebackType = type(_traceback_of())
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
_unstarted.close()
del _unstarted


class SimpleNamespace:
    """Attributes, and nothing else."""

    def __init__(self, mapping_or_iterable=(), /, **kwargs):
        self.__dict__.update(mapping_or_iterable)
        self.__dict__.update(kwargs)

    def __repr__(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        return f"{name}({', '.join([f'{key}={value!r}' for key, value in self.__dict__.items()])})"

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __replace__(self, /, **kwargs):
        return type(self)(**{**self.__dict__, **kwargs})


class DynamicClassAttribute:
    """A property of instances that lets the class's `__getattr__` answer on the class."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)

    def __get__(self, instance, owner=None):
        if instance is None:
            raise AttributeError()
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)


def new_class(name, bases=(), kwds=None, exec_body=None):
    """A class as a `class` statement would make it."""
    kwds = dict(kwds or {})
    metaclass = kwds.pop("metaclass", None)
    resolved, metaclass, namespace = _prepare_class(name, bases, metaclass, **kwds)
    if exec_body is not None:
        exec_body(namespace)
    return metaclass(name, resolved, namespace, **kwds)


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds or {})
    metaclass = kwds.pop("metaclass", None)
    _, metaclass, namespace = _prepare_class(name, bases, metaclass, **kwds)
    return metaclass, namespace, kwds


def resolve_bases(bases):
    return _resolve_bases(bases)


def get_original_bases(cls, /):
    if not isinstance(cls, type):
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}")
    return cls.__dict__.get("__orig_bases__", cls.__bases__)


def coroutine(func):
    """A generator function whose generators can be awaited."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    from functools import wraps

    class Awaitable:
        def __init__(self, generator):
            self.generator = generator

        def __await__(self):
            return self.generator

    @wraps(func)
    def wrapped(*args, **kwargs):
        result = func(*args, **kwargs)
        return Awaitable(result) if isinstance(result, GeneratorType) else result

    return wrapped
