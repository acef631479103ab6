#: sys values
import sys

print(sys.version_info >= (3, 14), sys.version_info.major, sys.version_info[:2], sys.byteorder)
print(sys.maxsize > 2**30, sys.maxunicode, sys.implementation.name, sys.argv)
print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig, sys.hash_info.inf)
print(sys.getdefaultencoding(), sys.intern("abc"), "asyncio" in sys.stdlib_module_names)
#: streams
import sys

print(sys.stdout.write("text\n"))
sys.stderr.write("to stderr\n")
sys.stdout.writelines(["a", "b\n"])
sys.stdout.flush()
print("x", file=sys.stderr)
try:
    sys.stdout.write(5)
except TypeError as error:
    print(error)
#: exit
import sys

try:
    sys.exit(3)
except SystemExit as error:
    print(error.code, error.args)
try:
    sys.exit()
except SystemExit as error:
    print(error.code)
sys.exit(0)
#: recursion limit
import sys

sys.setrecursionlimit(500)
print(sys.getrecursionlimit())
try:
    sys.setrecursionlimit(0)
except ValueError as error:
    print(error)
#: modules
import asyncio
import sys

print("asyncio" in sys.modules, sys.modules["asyncio"] is asyncio, sys.modules.get("no_such_module"))
print(sys.modules["__main__"].__name__)
#: redirected output
import sys


class Tee:
    def __init__(self):
        self.lines = []

    def write(self, text):
        self.lines.append(text)

    def flush(self):
        pass


original, sys.stdout = sys.stdout, Tee()
print("captured")
tee, sys.stdout = sys.stdout, original
print(tee.lines)
#: os environment
import os

os.environ["LOOPSCOPE_X"] = "1"
print(os.getenv("LOOPSCOPE_X"), os.environ.get("LOOPSCOPE_NOTHING"), os.getenv("LOOPSCOPE_NOTHING", "default"))
print("LOOPSCOPE_X" in os.environ)
del os.environ["LOOPSCOPE_X"]
try:
    os.environ["LOOPSCOPE_X"]
except KeyError as error:
    print("missing", error)
try:
    os.environ["A"] = 1
except TypeError as error:
    print(error)
#: os values
import os

print(os.cpu_count(), os.process_cpu_count(), os.name, repr(os.sep), repr(os.linesep), os.getpid() == os.getpid())
#: paths
import os

print(os.path.join("a", "b", "c.txt"), os.path.join("a/", "/b"), os.path.join("a", ""))
for path in ("/a/b/c.tar.gz", "name", "/", "a/b/", ".bashrc", "a.b/c", ""):
    print(os.path.basename(path), os.path.dirname(path), os.path.split(path), os.path.splitext(path))
for path in ("a//b/../c/./d", "/..", "../x", "//a", "", "a/.."):
    print(os.path.normpath(path))
print(os.path.isabs("/a"), os.path.isabs("a"), os.path.commonprefix(["abc", "abd"]), os.path.commonpath(["/a/b", "/a/c"]))
print(os.path.relpath("/a/b/c", "/a/d"))
#: atexit
import atexit


@atexit.register
def first():
    print("registered first, called last")


atexit.register(print, "with", "arguments", sep="-")
print("end of the program")
#: atexit with an unregistered function
import atexit


def f():
    print("never")


atexit.register(f)
atexit.unregister(f)
#: gc
import gc

gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled())
print(gc.collect() >= 0, gc.get_threshold()[0] > 0)
