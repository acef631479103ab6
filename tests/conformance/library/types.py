#: SimpleNamespace
from types import SimpleNamespace

n = SimpleNamespace(x=1, y=[2])
print(n, n.x, n == SimpleNamespace(x=1, y=[2]), n != SimpleNamespace(), vars(n))
n.z = 3
del n.x
print(n, SimpleNamespace({"a": 1}, b=2))
try:
    n.x
except AttributeError as error:
    print(error)
#: MappingProxyType
from types import MappingProxyType

source = {"a": 1}
view = MappingProxyType(source)
source["b"] = 2
print(view, view["b"], list(view), len(view), "a" in view, view.get("q", 0), dict(view), view | {"c": 2}, view == source)
try:
    view["a"] = 3
except TypeError as error:
    print(error)
class C:
    a = 1
print(type(C.__dict__).__name__, C.__dict__["a"], "a" in vars(C), isinstance(vars(C), MappingProxyType))
try:
    C.__dict__["a"] = 3
except TypeError as error:
    print(error)
#: names of types
import types

class C:
    def method(self):
        return self

async def coroutine(): pass
c = coroutine()
def generator():
    yield
print(isinstance(generator, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance(C().method, types.MethodType))
print(isinstance(generator(), types.GeneratorType), isinstance(c, types.CoroutineType), isinstance(types, types.ModuleType))
print(isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias), types.NoneType, types.EllipsisType, types.FunctionType is types.LambdaType)
c.close()
print(types.MethodType(lambda self, x: (self, x), 5)(1))
#: making classes
import types

class Base:
    def __init_subclass__(cls, **options):
        print("subclass", options)

New = types.new_class("New", (Base,), {"tag": 1}, lambda namespace: namespace.update(x=2))
print(New.x, New.__mro__, types.resolve_bases((int,)), types.get_original_bases(New), types.prepare_class("X")[0])
