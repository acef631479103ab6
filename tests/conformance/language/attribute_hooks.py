class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "_log", [])

    def __getattr__(self, name):
        self._log.append(f"get {name}")
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        self._log.append(f"set {name}")
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self._log.append(f"del {name}")
        delattr(self._target, name)


class Thing:
    size = 1


thing = Thing()
proxy = Proxy(thing)
proxy.color = "red"
print(proxy.size, proxy.color, thing.color)
del proxy.color
print(hasattr(proxy, "color"), proxy._log)


class Everything:
    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("hidden")
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        return f"fallback for {name}"

    def __init__(self):
        self.plain = "plain"
        self.secret = "secret"


e = Everything()
print(e.plain, e.secret, e.unknown)


class Meta(type):
    def __call__(cls, *args):
        print("creating", cls.__name__, args)
        return super().__call__(*args)

    def __len__(cls):
        return 42

    @property
    def label(cls):
        return cls.__name__ + "!"


class Made(metaclass=Meta):
    def __init__(self, x):
        self.x = x


print(Made(5).x, len(Made), Made.label, type(Made).__name__)


class Bound:
    def method(self):
        return self

    @classmethod
    def cls_method(cls):
        return cls.__name__

    @staticmethod
    def static():
        return "static"


b = Bound()
m = b.method
print(m() is b, m.__self__ is b, m.__func__ is Bound.method, m.__name__, b.cls_method(), Bound.cls_method(), b.static())
b.method = lambda: "instance attribute wins"
print(b.method(), Bound.method(b) is b)
Bound.added = lambda self, n: n * 2
print(b.added(4))
print(Bound.__dict__["static"].__class__.__name__, "method" in Bound.__dict__, b.__dict__.keys())


class Parent:
    def __init__(self):
        self.setup()

    def setup(self):
        self.kind = "parent"


class Child(Parent):
    def setup(self):
        super().setup()
        self.kind += "/child"

    def __eq__(self, other):
        return self.kind == other.kind


print(Child().kind, Child() == Child(), Child() != Child(), Parent() == Parent())
print(isinstance(Child, type), Child.__bases__[0].__name__, Child.__base__ is Parent, object.__base__)


class Context:
    depth = 0

    def __enter__(self):
        Context.depth += 1
        return self.depth

    def __exit__(self, *details):
        Context.depth -= 1


with Context() as one, Context() as two:
    print(one, two, Context.depth)
print(Context.depth)


class Mixin:
    def describe(self):
        return f"{self.name} via {type(self).__name__}"


class Named:
    def __init__(self, name, **rest):
        super().__init__(**rest)
        self.name = name


class Sized:
    def __init__(self, size=0, **rest):
        super().__init__(**rest)
        self.size = size


class Both(Named, Sized, Mixin):
    pass


both = Both("n", size=3)
print(both.describe(), both.size, vars(both))
try:
    Both("n", wrong=1)
except TypeError as error:
    print(error)
