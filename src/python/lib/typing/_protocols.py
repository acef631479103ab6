"""Protocols: types by what they have, not by what they inherit."""

from abc import ABCMeta, abstractmethod

from typing._generic import Generic

_NO_MEMBERS = (
    "__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__ __subclasshook__ __weakref__"
    " __class_getitem__ __match_args__ __static_attributes__ __firstlineno__ __annotate_func__ __annotations_cache__"
    " __orig_bases__ __parameters__ __type_params__ __qualname__ __non_callable_proto_members__ __protocol_attrs__ __init_subclass__"
    " _is_protocol _is_runtime_protocol _abc_impl _is_generic_base"
).split()


def _members(cls):
    """The names that a class needs to be of the protocol's type."""
    names = set()
    for base in cls.__mro__:
        if base.__name__ in ("Protocol", "Generic") and base.__module__ == "typing" or base is object:
            continue
        if not base.__dict__.get("_is_protocol", False) and base.__module__ != "collections.abc":
            continue
        annotations = getattr(base, "__annotations__", {})
        names.update([name for name in (*base.__dict__, *annotations) if name not in _NO_MEMBERS])
    return names


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **kwargs):
        for base in bases if name != "Protocol" and "Protocol" in [base.__name__ for base in bases] else ():
            builtin = base in (object, Generic) or base.__module__ == "collections.abc"
            if not builtin and not getattr(base, "_is_protocol", False) and base.__name__ != "Protocol":
                raise TypeError(f"Protocols can only inherit from other protocols, got {base!r}")
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __instancecheck__(cls, instance):
        if cls.__dict__.get("_is_protocol", False) is not True:
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        if cls in type(instance).__mro__:
            return True
        for name in cls.__protocol_attrs__:
            found = getattr(instance, name, cls)
            if found is cls or found is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls.__dict__.get("_is_protocol", False) is not True:
            return super().__subclasscheck__(other)
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")
        data = sorted([name for name in cls.__protocol_attrs__ if not callable(getattr(cls, name, None))])
        if data:
            listed = ", ".join([repr(name) for name in data])
            raise TypeError(f"Protocols with non-method members don't support issubclass(). Non-method members: {listed}.")
        if cls in other.__mro__:
            return True
        return all([any([name in base.__dict__ for base in other.__mro__]) for name in cls.__protocol_attrs__])


def _refuse(self, *args, **kwargs):
    """`__init__` of protocols."""
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    __module__ = "typing"
    __slots__ = ()
    _is_generic_base = True
    _is_protocol = False
    _is_runtime_protocol = False

    @classmethod
    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if "_is_protocol" not in cls.__dict__:
            cls._is_protocol = any([base is Protocol for base in cls.__bases__])
        if cls._is_protocol:
            cls.__protocol_attrs__ = _members(cls)
            if "__init__" not in cls.__dict__:
                cls.__init__ = _refuse
        elif cls.__init__ is _refuse:
            cls.__init__ = object.__init__


def runtime_checkable(cls):
    """Lets `isinstance` look for the members of a protocol."""
    if not isinstance(cls, type) or not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


def _supports(name, method):
    """A runtime protocol of one method."""

    def body(self):
        pass

    body.__name__ = method
    namespace = {"__module__": "typing", "__slots__": (), method: abstractmethod(body)}
    return runtime_checkable(_ProtocolMeta(name, (Protocol,), {**namespace, "_is_protocol": True, "__orig_bases__": (Protocol,)}))


SupportsInt = _supports("SupportsInt", "__int__")
SupportsFloat = _supports("SupportsFloat", "__float__")
SupportsComplex = _supports("SupportsComplex", "__complex__")
SupportsBytes = _supports("SupportsBytes", "__bytes__")
SupportsIndex = _supports("SupportsIndex", "__index__")
SupportsAbs = _supports("SupportsAbs", "__abs__")
SupportsRound = _supports("SupportsRound", "__round__")
