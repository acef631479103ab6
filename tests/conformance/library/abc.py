#: abstract methods
from abc import ABC, abstractmethod

class Shape(ABC):
    @abstractmethod
    def area(self):
        return 1

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name}: {self.area()}"

class Half(Shape):
    def area(self):
        return super().area() + 1

class Square(Half):
    name = "square"

class Typo(Shape):
    def arae(self):
        return 2

for cls in (Shape, Half, Typo):
    try:
        cls()
    except TypeError as error:
        print(error)
print(Square().describe(), Square.__abstractmethods__, sorted(Shape.__abstractmethods__), Half.area.__name__)
#: abstract properties, class methods and static methods
from abc import ABC, abstractmethod

class Base(ABC):
    @classmethod
    @abstractmethod
    def make(cls): ...

    @staticmethod
    @abstractmethod
    def helper(): ...

    @property
    @abstractmethod
    def value(self): ...

    @value.setter
    @abstractmethod
    def value(self, new): ...

try:
    Base()
except TypeError as error:
    print(error)
class Done(Base):
    @classmethod
    def make(cls):
        return cls()
    @staticmethod
    def helper():
        return "helped"
    @property
    def value(self):
        return self._value
    @value.setter
    def value(self, new):
        self._value = new
done = Done.make()
done.value = 3
print(done.value, done.helper(), Base.make.__isabstractmethod__)
#: register and __subclasshook__
from abc import ABC, ABCMeta, abstractmethod

class Speaker(ABC):
    @abstractmethod
    def speak(self): ...

@Speaker.register
class Robot:
    def speak(self):
        return "beep"

class Quacks(metaclass=ABCMeta):
    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is Quacks:
            return any("quack" in base.__dict__ for base in subclass.__mro__)
        return NotImplemented

class Duck:
    def quack(self): ...

Speaker.register(int)
print(isinstance(Robot(), Speaker), issubclass(Robot, Speaker), isinstance(3, Speaker), isinstance("x", Speaker), Speaker in Robot.__mro__)
print(isinstance(Duck(), Quacks), isinstance(Robot(), Quacks), issubclass(Duck, Quacks))
try:
    Speaker.register(3)
except TypeError as error:
    print(error)
class Loud(Speaker):
    pass
print(issubclass(bool, Speaker), issubclass(Loud, Speaker), issubclass(Robot, Loud))
#: abstract classes that change
import abc
from abc import ABC, abstractmethod

class Base(ABC):
    @abstractmethod
    def run(self): ...

class Late(Base):
    pass

Late.run = lambda self: "ran"
try:
    Late()
except TypeError as error:
    print(error)
abc.update_abstractmethods(Late)
print(Late().run())
class Template(ABC):
    def work(self):
        return [self.first(), self.second()]
    @abstractmethod
    def first(self): ...
    def second(self):
        return "second of base"
print(type("Made", (Template,), {"first": lambda self: "first"})().work())
