#: warn
import warnings

warnings.warn("be careful")
warnings.warn("old", DeprecationWarning)
warnings.warn("soon", PendingDeprecationWarning)
print("done")
#: once for each place
import warnings


def f():
    warnings.warn("again")


for i in range(3):
    f()
for i in range(2):
    warnings.warn(f"number {i}")
#: stacklevel
import warnings


def old_function():
    warnings.warn("use new_function", DeprecationWarning, stacklevel=2)


def caller():
    old_function()


caller()
#: filters
import warnings

warnings.simplefilter("ignore")
warnings.warn("not shown")
warnings.simplefilter("always")
for i in range(2):
    warnings.warn("shown")
warnings.filterwarnings("ignore", category=UserWarning)
warnings.warn("not shown either")
warnings.warn("a runtime warning", RuntimeWarning)
#: error
import warnings

warnings.simplefilter("error")
try:
    warnings.warn("raised", RuntimeWarning)
except RuntimeWarning as error:
    print("caught", error)
#: filter by message
import warnings

warnings.filterwarnings("ignore", message="old.*")
warnings.warn("old thing")
warnings.warn("new thing")
#: catch and record
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("first")
    warnings.warn("second", DeprecationWarning)
print(len(caught))
for item in caught:
    print(item.category.__name__, item.message, item.lineno, item.filename)
warnings.warn("shown again")
#: catch with an action
import warnings

with warnings.catch_warnings(action="ignore"):
    warnings.warn("hidden")
warnings.warn("shown")
#: own category
import warnings


class MyWarning(UserWarning):
    pass


warnings.warn("mine", MyWarning)
warnings.warn(MyWarning("an instance"))
try:
    warnings.warn("bad", int)
except TypeError as error:
    print(error)
#: own showwarning
import warnings


def show(message, category, filename, lineno, file=None, line=None):
    print("shown by me:", category.__name__, message, lineno)


warnings.showwarning = show
warnings.warn("hello")
#: formatwarning
import warnings

print(warnings.formatwarning("text", UserWarning, "a.py", 3, "x = 1"), end="")
#: once
import warnings

warnings.simplefilter("once")
for i in range(3):
    warnings.warn("only once")
warnings.warn("only once")
#: deprecated
import warnings


@warnings.deprecated("use g")
def f():
    return 1


print(f(), f.__deprecated__)
#: never awaited and ignored
import asyncio
import warnings


async def f():
    pass


warnings.simplefilter("ignore")
f()
with warnings.catch_warnings():
    warnings.simplefilter("default")
    f()
f()
#: wrong action
import warnings

try:
    warnings.simplefilter("loud")
except ValueError as error:
    print(error)
