#: classes of exceptions
class AppError(Exception):
    """The base of this program's errors."""


class NotFound(AppError):
    def __init__(self, name, code=404):
        super().__init__(f"{name} was not found")
        self.name = name
        self.code = code


class Odd(AppError):
    def __str__(self):
        return f"odd one of {len(self.args)}"


for make in (lambda: AppError(), lambda: AppError("one"), lambda: AppError("one", 2), lambda: NotFound("x"), lambda: Odd(1, 2)):
    try:
        raise make()
    except AppError as error:
        print(type(error).__name__, str(error), repr(error), error.args)
try:
    raise NotFound("page", code=410)
except AppError as error:
    print(error.name, error.code, isinstance(error, Exception))

for kind in (
    ArithmeticError,
    ZeroDivisionError,
    LookupError,
    KeyError,
    IndexError,
    OSError,
    FileNotFoundError,
    TimeoutError,
    RecursionError,
    NotImplementedError,
    UnicodeDecodeError,
    StopIteration,
    KeyboardInterrupt,
    GeneratorExit,
    AttributeError,
    UnboundLocalError,
    ModuleNotFoundError,
    OverflowError,
    ConnectionError,
):
    print(kind.__name__, [base.__name__ for base in kind.__mro__[1:-1]])

print(KeyError("k"), repr(KeyError("k")), ValueError("k"), IOError is OSError)
print(StopIteration(5).value, SystemExit(3).code)


def depth(n):
    return depth(n + 1)


try:
    depth(0)
except RecursionError as error:
    print("RecursionError:", error)

error = ValueError("noted")
error.add_note("a note")
print(error.__notes__)


class Resource:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, error, trace):
        print("exit", self.name, kind.__name__ if kind else None, error)
        return self.swallow


with Resource("a") as a, Resource("b") as b:
    print("inside", a.name, b.name)
with Resource("swallowing", swallow=True):
    raise ValueError("swallowed")
try:
    with Resource("outer"):
        with Resource("inner"):
            raise KeyError("through")
except KeyError as error:
    print("outside", error)


def leaves():
    with Resource("returning"):
        return "value"


print(leaves())
for i in range(2):
    with (Resource("grouped"), Resource("loop", swallow=True)):
        if i == 0:
            continue
        break
try:
    with 5:
        pass
except TypeError as error:
    print(error)


class Broken(Resource):
    def __exit__(self, *details):
        raise RuntimeError("exit failed")


try:
    with Broken("broken"):
        raise ValueError("body failed")
except RuntimeError as error:
    print(error, repr(error.__context__))


#: a text that asks the builtin class for its own
class A(Exception):
    def __str__(self): return "A:" + super().__str__()
class B(Exception):
    def __repr__(self): return "B:" + super().__repr__()
class C(dict):
    def __repr__(self): return "C" + super().__repr__()
    def __str__(self): return "S" + dict.__str__(self)
class L(list):
    def __str__(self): return "L" + super().__str__()
class I(int):
    def __str__(self): return "I" + super().__str__()
    def __format__(self, s): return "F" + super().__format__(s)
class S(str):
    def __str__(self): return "S" + super().__str__()
    def __repr__(self): return "R" + super().__repr__()
class O:
    def __str__(self): return "O" + super().__str__()[:4]
    def __repr__(self): return "R" + object.__repr__(self)[:4]
class K(KeyError):
    def __str__(self): return "K" + super().__str__()
class G(ExceptionGroup):
    def __str__(self): return "G" + super().__str__()
    def derive(self, e): return G(self.message, e)
class OE(OSError):
    def __str__(self): return "OE" + super().__str__()
print(str(A("x")), repr(A("x")), A("x"))
print(str(B("x")), repr(B("x")))
print(C(a=1), repr(C(a=1)), L([1]), repr(L([1])), I(3), f"{I(3)}", f"{I(3):d}", repr(I(3)), S("q"), repr(S("q")), f"{S('q')}")
print(O(), repr(O()), K("k"), G("g", [ValueError(1)]), OE(2, "no"))
try: raise A("boom")
except A as e: print(f"{e}", [e], [C(z=1)])
raise A("last")
