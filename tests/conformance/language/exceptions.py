def attempt(action):
    print("--", action.__name__)
    try:
        print("try")
        value = action()
    except ZeroDivisionError as error:
        print("zero:", error)
    except (KeyError, IndexError) as error:
        print("lookup:", type(error).__name__, error)
    except Exception as error:
        print("other:", repr(error))
    else:
        print("else:", value)
    finally:
        print("finally")


def fine():
    return 1


def zero():
    return 1 / 0


def key():
    return {}["k"]


def index():
    return [][3]


def value():
    return int("x")


for action in (fine, zero, key, index, value):
    attempt(action)


def returns():
    try:
        return "try"
    finally:
        print("cleanup before return")


def overrides():
    for _ in range(2):
        try:
            continue
        finally:
            print("finally of continue")
    while True:
        try:
            break
        finally:
            print("finally of break")
    return "done"


def nested():
    try:
        try:
            raise ValueError("inner")
        finally:
            print("inner finally")
    except ValueError as error:
        print("caught", error)
        try:
            raise KeyError("second")
        except KeyError as second:
            print(repr(second.__context__), second.__cause__)
    return "nested done"


print(returns(), overrides(), nested())


def reraise():
    try:
        raise RuntimeError("again")
    except RuntimeError:
        print("re-raising")
        raise


try:
    reraise()
except RuntimeError as error:
    print("got", error)

try:
    try:
        {}["missing"]
    except KeyError as error:
        raise ValueError("bad input") from error
except ValueError as error:
    print(repr(error), "from", repr(error.__cause__), error.__suppress_context__)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("hidden") from None
except ValueError as error:
    print(error.__cause__, repr(error.__context__), error.__suppress_context__)

try:
    error
except NameError:
    print("the name is gone")
try:
    raise
except RuntimeError as problem:
    print(problem)
for wrong in (5, "text", int):
    try:
        raise wrong
    except BaseException as problem:
        print(type(problem).__name__, problem)
try:
    try:
        raise ValueError
    except "not a class":
        pass
except TypeError as problem:
    print(problem, repr(problem.__context__))
finally:
    print("end")
