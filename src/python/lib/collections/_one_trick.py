"""The abstract classes that are about one or two methods: iterables, awaitables, sized things, callables."""

import types
from abc import ABCMeta, abstractmethod

from _prelude import _generic_alias


def _check_methods(cls, *names):
    """True if the class has all the methods; a name that is set to None says that it is not there."""
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class _OneTrick(metaclass=ABCMeta):
    """Whatever has the methods named in `_methods` counts as a subclass of the class that names them."""

    __slots__ = ()
    _methods = ()

    @classmethod
    def __subclasshook__(cls, subclass):
        if "_methods" in cls.__dict__:
            return _check_methods(subclass, *cls._methods)
        return NotImplemented

    def __class_getitem__(cls, item):
        return _generic_alias(cls, item)


class Hashable(_OneTrick):
    __module__ = "collections.abc"
    __slots__ = ()
    _methods = ("__hash__",)

    @abstractmethod
    def __hash__(self):
        return 0


class Awaitable(_OneTrick):
    __module__ = "collections.abc"
    __slots__ = ()
    _methods = ("__await__",)

    @abstractmethod
    def __await__(self):
        yield


class Coroutine(Awaitable):
    __module__ = "collections.abc"
    __slots__ = ()
    _methods = ("__await__", "send", "throw", "close")

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ if val is None else val

    def close(self):
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError("coroutine ignored GeneratorExit")


class AsyncIterable(_OneTrick):
    __module__ = "collections.abc"
    __slots__ = ()
    _methods = ("__aiter__",)

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()


class AsyncIterator(AsyncIterable):
    __module__ = "collections.abc"
    __slots__ = ()
    _methods = ("__anext__", "__aiter__")

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self


class AsyncGenerator(AsyncIterator):
    __module__ = "collections.abc"
    __slots__ = ()
    _methods = ("__aiter__", "__anext__", "asend", "athrow", "aclose")

    async def __anext__(self):
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        raise typ if val is None else val

    async def aclose(self):
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")


class Iterable(_OneTrick):
    __module__ = "collections.abc"
    __slots__ = ()
    _methods = ("__iter__",)

    @abstractmethod
    def __iter__(self):
        while False:
            yield None


class Iterator(Iterable):
    __module__ = "collections.abc"
    __slots__ = ()
    _methods = ("__iter__", "__next__")

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


class Reversible(Iterable):
    __module__ = "collections.abc"
    __slots__ = ()
    _methods = ("__reversed__", "__iter__")

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None


class Generator(Iterator):
    __module__ = "collections.abc"
    __slots__ = ()
    _methods = ("__iter__", "__next__", "send", "throw", "close")

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        raise typ if val is None else val

    def close(self):
        try:
            self.throw(GeneratorExit)
        except GeneratorExit:
            return None
        except StopIteration as end:
            return end.value
        raise RuntimeError("generator ignored GeneratorExit")


class Sized(_OneTrick):
    __module__ = "collections.abc"
    __slots__ = ()
    _methods = ("__len__",)

    @abstractmethod
    def __len__(self):
        return 0


class Container(_OneTrick):
    __module__ = "collections.abc"
    __slots__ = ()
    _methods = ("__contains__",)

    @abstractmethod
    def __contains__(self, x):
        return False


class Collection(Sized, Iterable, Container):
    __module__ = "collections.abc"
    __slots__ = ()
    _methods = ("__len__", "__iter__", "__contains__")


class Buffer(_OneTrick):
    __module__ = "collections.abc"
    __slots__ = ()
    _methods = ("__buffer__",)

    @abstractmethod
    def __buffer__(self, flags, /):
        raise NotImplementedError


class Callable(_OneTrick):
    __module__ = "collections.abc"
    __slots__ = ()
    _methods = ("__call__",)

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    def __class_getitem__(cls, item):
        if not isinstance(item, tuple) or len(item) != 2:
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        return _generic_alias(cls, item)


# Builtin types whose methods are not all in their dicts here.
for _kind in (types.FunctionType, types.BuiltinFunctionType, types.MethodType, type, staticmethod):
    Callable.register(_kind)
for _kind in (types.CoroutineType,):
    Coroutine.register(_kind)
Generator.register(types.GeneratorType)
AsyncGenerator.register(types.AsyncGeneratorType)
for _value in ([], (), "", b"", bytearray(), {}, {}.keys(), {}.values(), {}.items(), set(), range(0)):
    _kind = type(iter(_value))
    if not issubclass(_kind, Iterator):
        Iterator.register(_kind)
for _kind in (zip, map, filter, enumerate, reversed, type(reversed([])), type(reversed({})), type(iter(int, 1))):
    if not issubclass(_kind, Iterator):
        Iterator.register(_kind)
for _value in ([], (), "", b"", bytearray(), {}, {}.keys(), {}.items(), set(), frozenset(), range(0)):
    if not issubclass(type(_value), Collection):
        Collection.register(type(_value))
for _value in ([], (), "", b"", bytearray(), {}, {}.keys(), {}.values(), {}.items(), range(0)):
    if not issubclass(type(_value), Reversible):
        Reversible.register(type(_value))
Buffer.register(bytes)
Buffer.register(bytearray)
