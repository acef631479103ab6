#: bounds, constraints and defaults
class A[T: int, *Ts, **P]:
    x: T

print(A.__type_params__, A.__type_params__[0].__bound__)
def f[T: (int, str), U = float](a: T) -> U:
    return a
first, second = f.__type_params__
print(first.__constraints__, first.has_default(), first.__default__, second.__default__, second.has_default())
#: bounds are evaluated when they are asked for
def g[T: Later](x: T):
    return x

try:
    g.__type_params__[0].__bound__
except NameError as error:
    print(error)
class Later:
    pass
print(g.__type_params__[0].__bound__)
#: aliases are evaluated when they are asked for
type X = list[Undefined]
try:
    X.__value__
except NameError as error:
    print(error)
Undefined = int
print(X, X.__name__, type(X).__name__, X.__value__)
type Pair[T] = dict[str, T]
print(Pair[int], Pair.__type_params__, Pair.__value__)
type Nested = int | list[Nested]
print(Nested.__value__)
#: super outside a class
def f():
    super().x
def g(a):
    super().x
for call in (f, lambda: g(1)):
    try:
        call()
    except RuntimeError as error:
        print(error)
