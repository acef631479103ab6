class Temperature:
    scale = "C"

    def __init__(self, degrees):
        self._degrees = degrees

    @property
    def degrees(self):
        "The temperature."
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273.15:
            raise ValueError("below absolute zero")
        self._degrees = value

    @degrees.deleter
    def degrees(self):
        print("deleted")
        self._degrees = None

    @property
    def fahrenheit(self):
        return self._degrees * 9 / 5 + 32

    @staticmethod
    def is_hot(degrees):
        return degrees > 30

    @classmethod
    def parse(cls, text):
        return cls(float(text.rstrip(cls.scale)))


class Kelvin(Temperature):
    scale = "K"


t = Temperature(20)
t.degrees = 25
print(t.degrees, t.fahrenheit, t.is_hot(31), Temperature.is_hot(5))
try:
    t.degrees = -300
except ValueError as error:
    print("ValueError:", error)
try:
    t.fahrenheit = 3
except AttributeError as error:
    print("AttributeError:", error)
del t.degrees
print(t.degrees)
k = Kelvin.parse("300K")
print(type(k).__name__, k.degrees)


class Descriptor:
    def __set_name__(self, owner, name):
        self.name = name
        print("named", owner.__name__, name)

    def __get__(self, instance, owner=None):
        if instance is None:
            return "from the class"
        return instance.__dict__.get(self.name, "default")

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value * 2


class Holder:
    item = Descriptor()


h = Holder()
print(Holder.item, h.item)
h.item = 21
print(h.item)


class Base:
    registry = []

    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Base.registry.append((cls.__name__, tag))


class One(Base, tag="first"):
    pass


class Two(Base):
    pass


print(Base.registry)


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


s = Slotted()
s.b = 2
print(s.a, s.b)
try:
    s.c = 3
except AttributeError as error:
    print("AttributeError")


class Singleton:
    instance = None

    def __new__(cls, *args):
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, value):
        self.value = value


a, b = Singleton(1), Singleton(2)
print(a is b, a.value)


class Private:
    def __init__(self):
        self.__hidden = "hidden"

    def reveal(self):
        return self.__hidden


p = Private()
print(p.reveal(), p._Private__hidden, list(vars(p)))


class Scope:
    x = 1
    y = x + 1
    items = [y for _ in range(2)] if False else [x, y]

    def method(self):
        return "x" in dir(self)


print(Scope.y, Scope.items, Scope().method())
