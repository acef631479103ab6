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


#: callbacks_and_finalizers
import weakref


class Node:
    def __init__(self, name):
        self.name = name


def gone(reference):
    print("gone", reference() is None)


node = Node("a")
ref = weakref.ref(node, gone)
other = weakref.ref(node, lambda r: print("second callback"))
print(ref() is node, ref.__callback__ is gone)
del node
print(ref(), ref.__callback__)
node = Node("b")
finalizer = weakref.finalize(node, print, "finalized", 1, sep="-")
print(finalizer.alive, finalizer.peek()[1:])
node = None
print(finalizer.alive, finalizer(), finalizer.peek())
node = Node("c")
finalizer = weakref.finalize(node, lambda: "value")
print(finalizer(), finalizer(), finalizer.alive)
del node
node = Node("d")
print(weakref.finalize(node, print, "never").detach()[2])
del node
proxy_target = Node("p")
proxy = weakref.proxy(proxy_target, lambda p: print("proxy gone"))
print(proxy.name)
del proxy_target
try:
    proxy.name
except ReferenceError as error:
    print(error)
values = weakref.WeakValueDictionary()
keep = Node("keep")
values["k"] = keep
print(len(values), "k" in values)
del keep
print(len(values), list(values.items()))
last = Node("last")
weakref.finalize(last, print, "at exit 1")
weakref.finalize(last, print, "at exit 2")
print("end")
