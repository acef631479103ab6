#: references
import weakref

class Node:
    def __init__(self, name):
        self.name = name

n = Node("a")
r = weakref.ref(n)
print(r() is n, r().name, r == weakref.ref(n), type(r))
m = n
del n
print(r() is m)
del m
print(r())
def scope():
    inner = Node("inner")
    return weakref.ref(inner)
print(scope()())
for wrong in (1, "a", (1,), [], None):
    try:
        weakref.ref(wrong)
    except TypeError as error:
        print(error)
#: weak values and keys
from weakref import WeakKeyDictionary, WeakValueDictionary

class Image:
    pass

cache = WeakValueDictionary()
a, b = Image(), Image()
cache["a"], cache["b"] = a, b
print(len(cache), "a" in cache, cache["a"] is a, cache.get("zz"), sorted(cache))
del a
print(len(cache), "a" in cache, list(cache.items()) == [("b", b)])
try:
    cache["a"]
except KeyError as error:
    print(repr(error))

owners = WeakKeyDictionary()
owners[b] = "bob"
print(owners[b], len(owners), b in owners)
del b
print(len(owners), list(owners), len(cache))
#: weak sets, methods and proxies
from weakref import WeakMethod, WeakSet, proxy

class Listener:
    def __init__(self, name):
        self.name = name
    def hear(self, what):
        return f"{self.name} hears {what}"

group = WeakSet()
x, y = Listener("x"), Listener("y")
group.add(x)
group.add(y)
group.add(x)
print(len(group), x in group, sorted(one.name for one in group))
method, stand_in = WeakMethod(y.hear), proxy(y)
print(method()("this"), stand_in.name, stand_in.hear("that"))
stand_in.name = "z"
print(y.name)
del y
print(len(group), method())
try:
    stand_in.name
except ReferenceError as error:
    print(error)
