#: finally overrides
def returns():
    try:
        return "try"
    finally:
        print("finally")
def nested():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
            print("body", i)
        finally:
            print("finally", i)
    else:
        print("else")
    return "done"
print(returns(), nested())
def order():
    x = 1
    try:
        return x
    finally:
        x = 2
print(order())
def loops():
    while True:
        try:
            try:
                raise ValueError("inner")
            finally:
                print("cleanup")
        except ValueError as error:
            print("caught", error)
            break
        finally:
            print("outer cleanup")
    return "end"
print(loops())
#: else, finally and the order of handlers
def run(action):
    try:
        print("try")
        action()
    except (KeyError, IndexError) as error:
        print("lookup", type(error).__name__, error)
    except ArithmeticError:
        print("arithmetic")
    except Exception as error:
        print("other", error)
    else:
        print("else")
    finally:
        print("finally")
for action in (lambda: None, lambda: {}["k"], lambda: [][0], lambda: 1 / 0, lambda: int("x")):
    run(action)
#: the name of the exception is gone afterwards
try:
    raise ValueError("v")
except ValueError as error:
    kept = error
try:
    error
except NameError as missing:
    print(missing)
print(kept, kept.__traceback__ is not None)
def f():
    error = "outer"
    try:
        raise KeyError("k")
    except KeyError as error:
        pass
    return error
try:
    f()
except UnboundLocalError as unbound:
    print(unbound)
#: raising
class Custom(Exception):
    def __init__(self, code, *args):
        super().__init__(f"code {code}", *args)
        self.code = code
class NotAnException: pass
def check(action):
    try:
        action()
    except BaseException as error:
        print(type(error).__name__, error, error.args)
def raise_(x, cause=...):
    if cause is ...:
        raise x
    raise x from cause
check(lambda: raise_(Custom(5, "more")))
check(lambda: raise_(ValueError))
check(lambda: raise_(5))
check(lambda: raise_(NotAnException))
check(lambda: raise_("text"))
check(lambda: raise_(ValueError("v"), 5))
check(lambda: raise_(None))
def reraise():
    raise
check(reraise)
def bad_except():
    try:
        raise ValueError("v")
    except 5:
        pass
check(bad_except)
def bad_except_class():
    try:
        raise ValueError("v")
    except NotAnException:
        pass
check(bad_except_class)
check(lambda: raise_(KeyError("key")))
check(lambda: raise_(KeyError("a", "b")))
check(lambda: raise_(OSError("one argument")))
check(lambda: raise_(SystemExit(3)))
check(lambda: raise_(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")))
#: chaining
def chain():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise ValueError("wrapped") from error
def implicit():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("during")
def suppressed():
    try:
        1 / 0
    except ZeroDivisionError:
        raise KeyError("alone") from None
for f in (chain, implicit, suppressed):
    try:
        f()
    except Exception as error:
        print(repr(error), repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
try:
    try:
        raise ValueError("a")
    finally:
        raise KeyError("b")
except KeyError as error:
    print(repr(error.__context__))
def notes():
    error = ValueError("with notes")
    error.add_note("first")
    error.add_note("second")
    raise error
try:
    notes()
except ValueError as error:
    print(error.__notes__, error)
#: exception attributes
try:
    {}.missing
except AttributeError as error:
    print(error.name, error.obj)
try:
    undefined_name
except NameError as error:
    print(error.name)
try:
    import no_such_module
except ImportError as error:
    print(error.name, error.msg, error.path)
try:
    {}["k"]
except KeyError as error:
    print(error.args)
error = OSError(9999, "msg", "file")
print(error.errno, error.strerror, error.filename, error, type(error).__name__, repr(error), OSError("x").errno)
print(StopIteration(5).value, SystemExit(2).code, AttributeError("x").name, NameError("y").name, ImportError("z", name="n").name)
print(repr(ValueError()), str(ValueError()), str(ValueError(1, 2)), repr(ValueError("a")), repr(KeyError("k")), str(KeyError("k")), ValueError("a") == ValueError("a"))
e = ValueError("x")
e.args = (1, 2)
e.extra = 5
print(e, e.args, e.__dict__)
#: with statements
class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print("enter", self.name)
        return self
    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value)
        return self.swallow
with (Manager("a") as a, Manager("b", swallow=True) as b,):
    print(a.name, b.name)
    raise ValueError("in b")
print("after")
try:
    with Manager("c"), Manager("d"):
        raise KeyError("k")
except KeyError:
    print("not swallowed")
def f():
    with Manager("e"):
        return "returned"
print(f())
for i in range(3):
    with Manager(i):
        if i == 1:
            break
        continue
class NoExit:
    def __enter__(self): pass
for value in (5, NoExit(), Manager):
    try:
        with value:
            pass
    except TypeError as error:
        print(error)
#: with targets
from contextlib import nullcontext
d = {}
class Box: pass
box = Box()
with nullcontext((1, 2)) as (a, b), nullcontext(3) as d["k"], nullcontext(4) as box.attr, nullcontext([5, 6, 7]) as [c, *rest]:
    print(a, b, d, box.attr, c, rest)
#: exception groups
def split(*errors):
    try:
        raise ExceptionGroup("group", list(errors))
    except* ValueError as group:
        print("value", [str(e) for e in group.exceptions], type(group).__name__)
    except* (KeyError, TypeError) as group:
        print("lookup", group.exceptions)
    else:
        print("else")
    finally:
        print("finally")
split(ValueError("a"), KeyError("b"), ValueError("c"))
try:
    split(OSError("left"), ValueError("d"))
except ExceptionGroup as group:
    print("rest", group.exceptions, group.message)
try:
    raise ValueError("plain")
except* ValueError as group:
    print(group.exceptions, repr(group.message))
nested = ExceptionGroup("top", [ValueError(1), ExceptionGroup("sub", [TypeError(2), ValueError(3)])])
print(nested.subgroup(ValueError), nested.split(TypeError), nested.subgroup(lambda e: isinstance(e, TypeError)), nested.derive([KeyError()]))
for args in (("m", []), ("m", 5), (5, [ValueError()]), ("m", [5]), ("m",), ("m", [KeyboardInterrupt()])):
    try:
        print(repr(ExceptionGroup(*args)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    try:
        raise ExceptionGroup("g", [ValueError("v")])
    except* ValueError:
        raise KeyError("new")
except ExceptionGroup as group:
    print(repr(group), repr(group.exceptions[0].__context__))
#: loops with else, and chained breaks
for n in range(2, 8):
    for d in range(2, n):
        if n % d == 0:
            print(n, "=", d, "*", n // d)
            break
    else:
        print(n, "is prime")
i = 0
while i < 3:
    i += 1
    if i == 2:
        continue
    print(i)
else:
    print("done", i)
for i in []:
    pass
else:
    print("empty", i)
for i, (a, *b) in enumerate([(1, 2, 3), "xy"]):
    print(i, a, b)
for d["k"] in range(2) if False else [7]:
    pass
#: assert
def check(value):
    assert value, f"bad {value!r}"
    assert (value > 1)
    return value
for value in (2, 0, 1):
    try:
        print(check(value))
    except AssertionError as error:
        print(repr(error))
