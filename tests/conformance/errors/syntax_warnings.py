#: invalid escape sequence
pattern = "\d+"
print(pattern)
#: invalid escape sequences in one string
path = "C:\path\dir"
print(path)
#: invalid escape in an f-string
x = 1
print(f"\d{x}\w")
#: invalid escape in a long string
text = """one
two \z
three"""
print(text)
#: invalid escape in bytes and none in a raw string
print(b"\q", r"\d", "\\d")
#: is with a literal
x = 1
if x is 1:
    print("one")
if x is not "a":
    print("not a")
#: is with None is fine
x = None
print(x is None, x is not None, x is True)
#: assertion is always true
assert (1 == 2, "message")
print("after")
#: return in finally
def f():
    try:
        return 1
    finally:
        return 2


print(f())
#: break and continue in finally
for i in range(2):
    try:
        1 / 0
    except ZeroDivisionError:
        pass
    finally:
        continue
for i in range(2):
    try:
        pass
    finally:
        break
for i in range(1):
    try:
        pass
    finally:
        for j in range(2):
            break
print("done")
#: missed comma makes a call
try:
    print(["a", "b" ("c")])
except TypeError as error:
    print(error)
#: missed comma makes a call of a tuple
try:
    rows = [(1, 2) (3, 4)]
except TypeError as error:
    print(error)
#: missed comma makes a subscript
try:
    rows = [[1, 2] [3, 4]]
except TypeError as error:
    print(error)
#: number subscripted
try:
    x = 1[0]
except TypeError as error:
    print(error)
#: in a function that is never called
def f(x):
    return x is 5


print("ok")
#: several kinds in one file
x = 1
print(x is 1, "\s")
assert (x, "y")
def g():
    try:
        pass
    finally:
        return "\p"
