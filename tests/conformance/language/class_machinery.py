#: order of resolution
class A:
    def who(self): return ["A"]
class B(A):
    def who(self): return ["B"] + super().who()
class C(A):
    def who(self): return ["C"] + super().who()
class D(B, C):
    def who(self): return ["D"] + super().who()
print(D().who(), [k.__name__ for k in D.__mro__], D.mro() == list(D.__mro__), D.__bases__, D.__base__, A.__subclasses__(), issubclass(D, (int, A)), super(B, D()).who(), super(D, D).who(D()))
#: what cannot be a class
class A: pass
class B(A): pass
class M1(type): pass
class M2(type): pass
class X(metaclass=M1): pass
class Y(metaclass=M2): pass
class Slots1:
    __slots__ = ("a",)
class Slots2:
    __slots__ = ("b",)
def f(): pass
for make in (lambda: type("C", (A, B), {}), lambda: type("C", (A, A), {}), lambda: type("C", (X, Y), {}), lambda: type("C", (int, str), {}), lambda: type("C", (bool,), {}), lambda: type("C", (5,), {}), lambda: type("C", (f,), {}), lambda: type("C", (type(None),), {}), lambda: type("C", (range,), {}), lambda: type("C", [], {}), lambda: type("C", (), []), lambda: type(5, (), {}), lambda: type("C", (A(),), {}), lambda: type("C", (type(f),), {}), lambda: type("C", (slice,), {}), lambda: type("C", (), {"__slots__": ("1a",)}), lambda: type("C", (), {"__slots__": (5,)}), lambda: type("C", (), {"__slots__": ("a",), "a": 1}), lambda: type("C", (A,), {}, x=1)):
    try:
        print(make())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
#: a class made by calling type
def greet(self): return f"hi from {self.name}"
P = type("P", (), {"name": "p", "greet": greet, "__doc__": "A p."})
Q = type("Q", (P,), dict(name="q"))
print(P().greet(), Q().greet(), P.__name__, P.__qualname__, P.__doc__, Q.__doc__, P.__module__, Q.__mro__, P, type(P), type(P()))
P.__name__ = "Renamed"
print(P, P.__qualname__, P())  if False else print(P.__name__)
#: __init_subclass__ and __set_name__
class Plugin:
    registry = {}
    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.registry[key or cls.__name__] = cls
class Csv(Plugin, key="csv"): pass
class Json(Plugin): pass
print(Plugin.registry)
try:
    class Bad(Plugin, nope=1): pass
except TypeError as error:
    print(error)
try:
    class Bad2(nope=1): pass
except TypeError as error:
    print(error)
class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name
    def __get__(self, instance, owner):
        return (self.name, instance is None)
class Model:
    x = Field()
    y = Field()
print(Model.x, Model().y)
class Raises:
    def __set_name__(self, owner, name):
        raise ValueError("no")
try:
    class Z:
        r = Raises()
except ValueError as error:
    print(error, error.__notes__)
#: __class_getitem__ and generics
class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"
print(Box[int], Box["a", 1])
class Plain: pass
x = 5
for action in (lambda: Plain[int], lambda: int[str], lambda: x[1]):
    try:
        action()
    except TypeError as error:
        print(error)
print(list[int], dict[str, int], tuple[int, ...], type[int], list[int]([1]), list[int].__origin__, list[int].__args__, set[str] == set[str], isinstance([1], list))
#: descriptors
class Typed:
    def __init__(self, kind): self.kind = kind
    def __set_name__(self, owner, name): self.name = "_" + name
    def __get__(self, obj, owner=None):
        return self if obj is None else getattr(obj, self.name, None)
    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name[1:]} wants {self.kind.__name__}")
        setattr(obj, self.name, value)
    def __delete__(self, obj): delattr(obj, self.name)
class Point:
    x = Typed(int)
p = Point()
p.x = 5
print(p.x, p.__dict__, Point.x.kind)
try:
    p.x = "a"
except TypeError as error:
    print(error)
del p.x
print(p.x)
class NonData:
    def __get__(self, obj, owner): return "from descriptor"
class Data(NonData):
    def __set__(self, obj, value): raise AttributeError("read only")
class Owner:
    a = NonData()
    b = Data()
o = Owner()
o.a = "own"
o.__dict__["b"] = "hidden"
print(o.a, o.b)
try:
    o.b = 1
except AttributeError as error:
    print(error)
try:
    del o.b
except AttributeError as error:
    print(error)
#: properties
class Circle:
    def __init__(self, r): self._r = r
    @property
    def r(self):
        "The radius."
        return self._r
    @r.setter
    def r(self, value):
        if value < 0: raise ValueError("negative")
        self._r = value
    @r.deleter
    def r(self): del self._r
    @property
    def area(self): return 3 * self._r ** 2
    def _get(self): return "got"
    old = property(_get, doc="Old style.")
c = Circle(2)
c.r = 3
c.r += 1
print(c.r, c.area, Circle.r.__doc__, Circle.r.fget.__name__, Circle.area.fset, c.old, Circle.old.__doc__, type(Circle.r).__name__, Circle.r.__name__)
for action in ("c.r = -1", "c.area = 1", "del c.area", "del c.r", "c.r"):
    try:
        if action == "c.r = -1": c.r = -1
        elif action == "c.area = 1": c.area = 1
        elif action == "del c.area": del c.area
        elif action == "del c.r": del c.r
        else: c.r
    except (ValueError, AttributeError) as error:
        print(action, "->", error)
class Sub(Circle):
    @Circle.r.getter
    def r(self): return -1
print(Sub(5).r, property().fget)
class WriteOnly:
    x = property(None, lambda self, v: print("set", v))
w = WriteOnly()
w.x = 1
try:
    w.x
except AttributeError as error:
    print(error)
#: slots
class Slotted:
    __slots__ = ("x", "_y")
    def __init__(self): self.x = 1
s = Slotted()
print(s.x, hasattr(s, "__dict__"), Slotted.__slots__, type(Slotted.x).__name__, hasattr(s, "_y"))
for name in ("_y", "z"):
    try:
        getattr(s, name)
    except AttributeError as error:
        print(error)
try:
    s.z = 1
except AttributeError as error:
    print(error)
del s.x
try:
    del s.x
except AttributeError as error:
    print(error)
class Child(Slotted): pass
c = Child()
c.z = 3
print(c.z, c.x)
class One:
    __slots__ = "only"
o = One()
o.only = 2
print(o.only, One.only.__get__(o), One.only)
class Both:
    __slots__ = ("a", "__dict__")
b = Both()
b.a, b.other = 1, 2
print(b.a, b.__dict__["other"])
#: attribute hooks
class Hooked:
    def __init__(self): object.__setattr__(self, "log", [])
    def __getattribute__(self, name):
        if name == "secret": raise AttributeError("hidden")
        return super().__getattribute__(name)
    def __getattr__(self, name): return f"made {name}"
    def __setattr__(self, name, value):
        self.log.append(("set", name, value))
        super().__setattr__(name, value)
    def __delattr__(self, name):
        self.log.append(("del", name))
        super().__delattr__(name)
    def __dir__(self): return ["b", "a"]
h = Hooked()
h.x = 1
del h.x
print(h.secret, h.anything, h.log, dir(h), hasattr(h, "q"), getattr(h, "zz", "default"))
try:
    del h.nope
except AttributeError as error:
    print(error)
class Strict:
    def __getattr__(self, name): raise AttributeError(f"no {name} here")
print(getattr(Strict(), "a", "default"), hasattr(Strict(), "a"))
try:
    Strict().b
except AttributeError as error:
    print(error)
#: __new__, singletons and immutable bases
class Single:
    _one = None
    def __new__(cls, *args):
        if cls._one is None: cls._one = super().__new__(cls)
        return cls._one
    def __init__(self, *args): print("init", args)
print(Single(1) is Single(2))
class Other:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(Other())
class Pair(tuple):
    def __new__(cls, a, b): return super().__new__(cls, (a, b))
    @property
    def first(self): return self[0]
p = Pair(1, 2)
print(p, p.first, type(p).__name__, p == (1, 2), len(p))
class Init:
    def __init__(self): return 5
class NoArgs: pass
class OnlyNew:
    def __new__(cls, x): return object.__new__(cls)
for make in (lambda: Init(), lambda: NoArgs(1), lambda: NoArgs(x=1), lambda: OnlyNew(), lambda: object.__new__(5), lambda: object.__new__(NoArgs, 1)):
    try:
        print(make())
    except TypeError as error:
        print(error)
print(type(OnlyNew(1)).__name__)
#: class scope
x = "global"
class Scope:
    x = "class"
    y = x
    items = [x for _ in range(2)]
    nested = (lambda: x)()
    def method(self): return x, self.x, __class__.__name__
    for i in range(2):
        pass
    if True:
        z = [i for i in range(3)]
print(Scope.y, Scope.items, Scope.nested, Scope().method(), Scope.i, Scope.z)
class Names:
    print(__name__, __qualname__, __module__)
    a = 1
    print(sorted(k for k in locals() if not k.startswith("__")))
    del a
print(hasattr(Names, "a"))
def outer():
    v = "closed"
    class Inner:
        w = v
        def get(self): return v
    return Inner
print(outer().w, outer()().get(), outer().__qualname__)
#: private names
class Account:
    __total = 1
    def __init__(self): self.__balance = 10
    def get(self): return self.__balance + self.__total
    def __hidden(self): return "hidden"
    def call(self): return self.__hidden()
    __dunder__ = 5
a = Account()
print(a.get(), a._Account__balance, a.call(), a.__dict__, Account._Account__total, Account.__dunder__)
try:
    a.__balance
except AttributeError as error:
    print(error)
class _Under:
    def __init__(self): self.__x = 1
print(vars(_Under()))
#: super in its forms
class Base:
    @classmethod
    def make(cls): return cls.__name__
    @property
    def p(self): return "base p"
    def m(self): return "base m"
class Derived(Base):
    @classmethod
    def make(cls): return "d" + super().make()
    @property
    def p(self): return "derived " + super().p
    def m(self):
        return [super().m(), super(Derived, self).m(), (lambda: super(Derived, self).m())()]
d = Derived()
print(Derived.make(), d.p, d.m())
class Broken:
    def m(self): return super().nope()
try:
    Broken().m()
except AttributeError as error:
    print(error)
try:
    super()
except RuntimeError as error:
    print(error)
try:
    super(int, "a")
except TypeError as error:
    print(error)
print(super(Derived, d).__self__ is d, super(Derived, d).__thisclass__.__name__, repr(super(Derived, d)).split(" object")[0])
#: instances and their dict
class C:
    shared = []
    count = 0
    def __init__(self): self.own = 1
a, b = C(), C()
a.shared.append(1)
a.count += 1
print(b.shared, a.count, C.count, a.__dict__, vars(b), a.__class__ is C, type(a) is C)
a.__dict__["direct"] = 5
print(a.direct, sorted(vars(a)))
setattr(a, "odd name", 3)
print(getattr(a, "odd name"), hasattr(a, "x"), getattr(a, "x", None))
for action in (lambda: setattr(a, "__class__", int), lambda: setattr(a, "__class__", 5), lambda: setattr(a, "__dict__", 5), lambda: delattr(a, "nope"), lambda: C.nope, lambda: delattr(C, "nope"), lambda: a.nope, lambda: setattr(int, "x", 1), lambda: setattr(object(), "x", 1), lambda: None.x, lambda: setattr(None, "x", 1), lambda: a.shard, lambda: getattr(a, 5), lambda: setattr(a, 5, 1)):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(error)
a.__dict__ = {"fresh": 1}
print(a.fresh, hasattr(a, "own"))
C.added = lambda self: "added later"
print(b.added(), "added" in C.__dict__, type(C.__dict__).__name__)
#: dir and vars
class A:
    x = 1
    def m(self): pass
class B(A):
    y = 2
b = B()
b.z = 3
print([n for n in dir(b) if not n.startswith("__")], [n for n in dir(B) if not n.startswith("__")], [n for n in vars(B) if not n.startswith("__")], sorted(vars(b)))
print([n for n in dir([]) if not n.startswith("_")], [n for n in dir("") if n.startswith("is")], [n for n in dir(5) if not n.startswith("_")])
def f():
    p, q = 1, 2
    return dir(), sorted(locals()), vars()
print(f())


#: slots_of_a_base
class Base:
    __slots__ = ("x", "y")

    def __init__(self):
        self.x = 1
        self.y = 2


class Child(Base):
    def __init__(self):
        super().__init__()
        self.z = 3


child = Child()
print(child.__dict__, vars(child), child.x, child.y, child.z)
child.x = 10
del child.y
print(child.__dict__, child.x, hasattr(child, "y"), hasattr(child, "x"))
print(Child.__dict__.get("x"), Base.x, Base.__slots__, hasattr(Base(), "__dict__"))
child.__dict__["x"] = "shadow"
print(child.x, child.__dict__)
child.__dict__ = {"a": 1}
print(child.x, child.a, child.__dict__)


class Both:
    __slots__ = ("a", "__dict__")


both = Both()
both.a = 1
both.b = 2
print(both.__dict__, both.a, both.b)
import copy
twin = copy.copy(child)
print(twin.x, twin.__dict__)
deep = copy.deepcopy(both)
print(deep.a, deep.b, deep.__dict__)
try:
    Base().z = 1
except AttributeError as error:
    print(error)
try:
    print(Base.__new__(Base).x)
except AttributeError as error:
    print(error)
