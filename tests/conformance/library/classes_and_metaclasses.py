#: __prepare__ and the namespace
class Names(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("set", key)
        super().__setitem__(key, value)

class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **options):
        print("prepare", name, bases, options)
        return Names()

    def __new__(mcs, name, bases, namespace, **options):
        print("new", type(namespace).__name__)
        return super().__new__(mcs, name, bases, dict(namespace))

    def __init__(cls, name, bases, namespace, **options):
        print("init", options)
        super().__init__(name, bases, namespace)

class A(metaclass=Meta, x=1):
    a = 1
    b = a + 1
    del a

    def method(self):
        return __class__

class B(A):
    pass

print(type(B).__name__, B().method(), hasattr(B, "a"), B.b)
#: operators on a class
class Meta(type):
    def __iter__(cls):
        return iter([1, 2])
    def __len__(cls):
        return 7
    def __bool__(cls):
        return False
    def __contains__(cls, item):
        return item == 3
    def __getitem__(cls, key):
        return "item", key
    def __call__(cls, *args, **kwargs):
        return "called", args, kwargs
    def __repr__(cls):
        return "<the class>"
    def __add__(cls, other):
        return "sum"
    def __reversed__(cls):
        return iter([2, 1])
    def __format__(cls, spec):
        return "format " + spec

class C(metaclass=Meta):
    pass

print(list(C), len(C), bool(C), 3 in C, 4 in C, C[5], C(1, a=2), C, C + 1, list(reversed(C)), f"{C:x}")
a, b = C
print(a, b, [*C], not C, "true" if C else "false", sum(C))
for item in C:
    print(item)
#: attributes of a class
class Meta(type):
    def __getattr__(cls, name):
        return "got " + name
    def __setattr__(cls, name, value):
        print("set", name, value)
        super().__setattr__(name, value)
    def __delattr__(cls, name):
        print("delete", name)
        super().__delattr__(name)
    @property
    def shown(cls):
        return cls.__name__ + "!"
    def only_on_class(cls):
        return "method of " + cls.__name__

class C(metaclass=Meta):
    pass

print(C.anything, C.shown, C.only_on_class())
C.x = 1
print(C.x, C().x)
del C.x
print(C.x)
try:
    C().only_on_class()
except AttributeError as error:
    print(error)
#: instance and subclass checks
class Meta(type):
    def __instancecheck__(cls, instance):
        return instance == 1
    def __subclasscheck__(cls, subclass):
        return subclass is int

class C(metaclass=Meta):
    pass

print(isinstance(1, C), isinstance(2, C), isinstance(C(), C), issubclass(int, C), issubclass(str, C), isinstance(1, (str, C)))
#: __set_name__ and __init_subclass__
class Field:
    def __set_name__(self, owner, name):
        print("named", owner.__name__, name)
        self.name = name
    def __get__(self, instance, owner):
        return self if instance is None else f"value of {self.name}"

class Base:
    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.tag = tag
        print("subclass", cls.__name__, tag)

class Record(Base, tag="r"):
    a = Field()
    b = Field()

print(Record().a, Record.b.name, Record.tag)
try:
    class Wrong(Base, other=1):
        pass
except TypeError as error:
    print(error)
try:
    class Plain(color="red"):
        pass
except TypeError as error:
    print(error)
class Loud:
    def __set_name__(self, owner, name):
        raise ValueError("no name")
try:
    class Unlucky:
        x = Loud()
except ValueError as error:
    print(error, error.__notes__)
#: __mro_entries__ and __class_getitem__
class Alias:
    def __mro_entries__(self, bases):
        print("entries", len(bases))
        return (int,)

alias = Alias()
class C(alias):
    pass
print(C.__bases__, C.__orig_bases__ == (alias,), C(5) + 1)

class Table:
    def __class_getitem__(cls, key):
        return f"{cls.__name__}[{key}]"
print(Table["x", 1])
#: type with three arguments, and subclasses
T = type("T", (), {"a": 1, "f": lambda self: self.a})
print(T, T().f(), T.__name__, T.__qualname__, T.__module__, T.__doc__)
class S(T):
    """text"""
class U(S):
    pass
print(T.__subclasses__(), S.__subclasses__(), U.__subclasses__(), S.__doc__, U.__doc__, type.mro(U))
T.__doc__ = "set later"
T.__name__ = "Renamed"
print(T, T.__doc__, S.__mro__[1])
#: metaclass conflicts and functions as metaclasses
class M1(type):
    pass
class M2(type):
    pass
class A(metaclass=M1):
    pass
class B(metaclass=M2):
    pass
try:
    class C(A, B):
        pass
except TypeError as error:
    print(error)
def make(name, bases, namespace):
    print("make", name, bases, sorted(key for key in namespace if not key.startswith("__")))
    return type(name, bases, namespace)
class D(metaclass=make):
    x = 1
print(D.x, type(D))
#: a class registry and a singleton
class Registry(type):
    known = {}
    def __new__(mcs, name, bases, namespace):
        cls = super().__new__(mcs, name, bases, namespace)
        if bases:
            mcs.known[name.lower()] = cls
        return cls

class Plugin(metaclass=Registry):
    pass
class Csv(Plugin):
    pass
class Json(Plugin):
    pass
print(Registry.known)

class Singleton(type):
    instances = {}
    def __call__(cls, *args):
        if cls not in cls.instances:
            cls.instances[cls] = super().__call__(*args)
        return cls.instances[cls]

class Config(metaclass=Singleton):
    def __init__(self, name):
        self.name = name
print(Config("a") is Config("b"), Config("c").name)
