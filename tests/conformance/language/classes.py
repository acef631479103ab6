class Animal:
    kind = "animal"
    count = 0

    def __init__(self, name):
        self.name = name
        Animal.count += 1

    def speak(self):
        return f"{self.name} says nothing"

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"


class Dog(Animal):
    kind = "dog"

    def __init__(self, name, tricks=()):
        super().__init__(name)
        self.tricks = list(tricks)

    def speak(self):
        return super().speak().replace("nothing", "woof")


class Puppy(Dog):
    def speak(self):
        return super().speak() + "!"


pets = [Animal("Generic"), Dog("Rex", ["sit"]), Puppy("Bit")]
for pet in pets:
    print(pet, pet.kind, pet.speak())
print(Animal.count, Dog.count)
print(isinstance(pets[2], Dog), isinstance(pets[0], Dog), issubclass(Puppy, Animal))
print(isinstance(3, (str, int)), issubclass(bool, int))
print([c.__name__ for c in Puppy.__mro__])

pets[1].kind = "my dog"
print(pets[1].kind, Dog.kind)
del pets[1].kind
print(pets[1].kind)
try:
    del pets[1].kind
except AttributeError as error:
    print("AttributeError:", error)
try:
    pets[0].missing
except AttributeError as error:
    print("AttributeError:", error)
try:
    Dog.missing
except AttributeError as error:
    print("AttributeError:", error)


class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


print(D().who(), [c.__name__ for c in D.__mro__])
try:

    class Wrong(A, D):
        pass

except TypeError as error:
    print(str(error).splitlines()[0])

method = pets[2].speak
print(method(), Dog.speak(pets[2]))
print(getattr(pets[0], "name"), getattr(pets[0], "age", "unknown"), hasattr(pets[0], "speak"))
setattr(pets[0], "age", 3)
print(vars(pets[0]))


class Counter:
    def __init__(self):
        self.values = {}

    def __getattr__(self, name):
        if name.startswith("get_"):
            return lambda: self.values.get(name[4:], 0)
        raise AttributeError(f"no {name}")

    def __setitem__(self, key, value):
        self.values[key] = value


c = Counter()
c["x"] = 5
print(c.get_x(), c.get_y())
try:
    c.other
except AttributeError as error:
    print("AttributeError:", error)

Point = type("Point", (), {"x": 1, "shifted": lambda self, by: self.x + by})
print(Point().shifted(4), Point.__name__)
print(pets[0].__class__ is Animal, type(pets[1]).__name__)
try:
    Dog()
except TypeError as error:
    print(error)
