def show(error, depth=0):
    pad = "  " * depth
    if isinstance(error, BaseExceptionGroup):
        print(f"{pad}{type(error).__name__} {error.message!r} {len(error.exceptions)}")
        for inner in error.exceptions:
            show(inner, depth + 1)
    else:
        print(f"{pad}{type(error).__name__} {error}")


group = ExceptionGroup("outer", [ValueError("a"), ExceptionGroup("inner", [TypeError("b"), KeyError("c")]), OSError("d")])
show(group)
print(str(group), repr(group))
match, rest = group.split(ValueError)
show(match)
show(rest)
match, rest = group.split((TypeError, OSError))
show(match)
show(rest)
print(group.subgroup(lambda e: isinstance(e, ZeroDivisionError)))
show(group.subgroup(lambda e: isinstance(e, KeyError)))

try:
    raise group
except* ValueError as caught:
    print("value", [str(e) for e in caught.exceptions])
except* (TypeError, KeyError) as caught:
    show(caught)
except* OSError as caught:
    show(caught)

try:
    try:
        raise ExceptionGroup("some", [ValueError(1), TypeError(2)])
    except* ValueError:
        print("handled ValueError")
except ExceptionGroup as left:
    show(left)

try:
    raise ValueError("naked")
except* ValueError as caught:
    show(caught)

try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise RuntimeError("from handler")
except ExceptionGroup as left:
    show(left)

try:
    try:
        raise KeyError("not in group")
    except* ValueError:
        print("never")
except KeyError as error:
    print("plain", error)

for make in (
    lambda: ExceptionGroup("x", []),
    lambda: ExceptionGroup("x", [1]),
    lambda: ExceptionGroup("x", 5),
    lambda: ExceptionGroup("x"),
    lambda: ExceptionGroup("x", [KeyboardInterrupt()]),
    lambda: ExceptionGroup(1, [ValueError()]),
    lambda: type(BaseExceptionGroup("x", [ValueError()])).__name__,
    lambda: type(BaseExceptionGroup("x", [KeyboardInterrupt()])).__name__,
    lambda: ExceptionGroup.__mro__,
):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


class MyGroup(ExceptionGroup):
    def derive(self, excs):
        return MyGroup(self.message, excs)


mine = MyGroup("mine", [ValueError(1), TypeError(2)])
match, rest = mine.split(TypeError)
show(match)
show(rest)
try:
    for i in range(3):
        try:
            raise ExceptionGroup("loop", [ValueError(i)])
        except* ValueError as g:
            print("iteration", i, g.exceptions)
finally:
    print("done")
