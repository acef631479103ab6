class Registry(type):
    classes = {}

    def __new__(mcls, name, bases, namespace, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.options = kwargs
        mcls.classes[name] = cls
        return cls

    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)
        cls.created = True

    def __call__(cls, *args, **kwargs):
        instance = super().__call__(*args, **kwargs)
        print("made", cls.__name__)
        return instance

    def __len__(cls):
        return len(cls.options)

    def __getitem__(cls, key):
        return f"{cls.__name__}[{key}]"

    def __iter__(cls):
        return iter(sorted(cls.options))

    def __contains__(cls, item):
        return item in cls.options

    def __repr__(cls):
        return f"<registered {cls.__name__}>"

    @property
    def upper(cls):
        return cls.__name__.upper()


class Base(metaclass=Registry, color="red", size=3):
    def __init__(self, x):
        self.x = x


class Child(Base, shape="round"):
    pass


print(Base, Child, Base.options, Child.options, Child.created, len(Base), Base["k"], list(Base), "color" in Base, Child.upper)
print(Child(5).x, sorted(Registry.classes), type(Child).__name__, isinstance(Child, Registry))


class Plugin:
    found = []

    def __init_subclass__(cls, /, name=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.name = name or cls.__name__.lower()
        Plugin.found.append(cls.name)


class A(Plugin):
    pass


class B(Plugin, name="bee"):
    pass


print(Plugin.found, A.name, B.name)


class Field:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name
        owner.fields = getattr(owner, "fields", []) + [name]

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return instance.__dict__.get(self.name)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}, got {type(value).__name__}")
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        del instance.__dict__[self.name]


class Person:
    name = Field(str)
    age = Field(int)

    def __init__(self, name, age):
        self.name = name
        self.age = age


p = Person("Ann", 30)
print(p.name, p.age, Person.fields, p.__dict__, isinstance(Person.name, Field))
try:
    p.age = "old"
except TypeError as error:
    print(error)
del p.age
print(p.age, vars(p))


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y=0):
        self.x = x
        self.y = y


s = Slotted(1)
print(s.x, s.y, hasattr(s, "__dict__"))
for action in ("s.z = 1", "del_x", "get"):
    try:
        if action == "s.z = 1":
            s.z = 1
        elif action == "del_x":
            del s.x
            print(s.x)
        else:
            print(s.nothing)
    except AttributeError as error:
        print(type(error).__name__, error)

Dynamic = type("Dynamic", (Base,), {"hello": lambda self: f"hello {self.x}"})
print(Dynamic(7).hello(), Dynamic.__name__, Dynamic.__bases__)


class Singleton(type):
    _instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]


class Config(metaclass=Singleton):
    def __init__(self):
        print("config made")


print(Config() is Config())


class LazyProperty:
    def __init__(self, function):
        self.function = function
        self.__doc__ = function.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        print("computing", self.name)
        value = self.function(instance)
        instance.__dict__[self.name] = value
        return value


class Circle:
    def __init__(self, r):
        self.r = r

    @LazyProperty
    def area(self):
        "The area."
        return round(3.14159 * self.r**2, 2)


c = Circle(2)
print(c.area, c.area, Circle.area.__doc__)


class Temperature:
    def __init__(self):
        self._c = 0

    @property
    def celsius(self):
        "Degrees."
        return self._c

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError("too cold")
        self._c = value

    @celsius.deleter
    def celsius(self):
        print("deleted")

    @property
    def kelvin(self):
        return self._c + 273.15


t = Temperature()
t.celsius = 20
print(t.celsius, t.kelvin, Temperature.celsius.__doc__, type(Temperature.celsius).__name__)
del t.celsius
for bad in (lambda: setattr(t, "celsius", -300), lambda: setattr(t, "kelvin", 1), lambda: delattr(t, "kelvin")):
    try:
        bad()
    except (ValueError, AttributeError) as error:
        print(type(error).__name__, error)
for code in (lambda: type("X", (int, str), {}), lambda: type("X", (5,), {}), lambda: Base(), lambda: Plugin(1), lambda: object(1), lambda: Person.nothing):
    try:
        code()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
try:
    class Mixed(A, Plugin, object):
        pass
    print(Mixed.__mro__)
    class Wrong(Plugin, A):
        pass
except TypeError as error:
    print(error)
