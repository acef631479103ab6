#: eval
x = 5
print(eval("x + 1"), eval("  [i * x for i in range(3)]"), eval("len('abc')"), eval("a + b", {"a": 1, "b": 2}), eval("x", {"x": 1}, {"x": 2}), eval(b"1 + 1"), eval("lambda y: x + y")(2))
def f(y):
    z = 3
    return eval("x + y + z"), eval("locals()['z']") if False else 0
print(f(1))
print(eval("(y := 7)"), y)
for text in ("1 +", "x = 1", "", "1 / 0", "undefined", "import os", "1 2"):
    try:
        print(eval(text))
    except Exception as error:
        print(type(error).__name__)
for arg in (5, None, ["1"]):
    try:
        eval(arg)
    except TypeError as error:
        print(error)
#: exec
exec("a = 1\nb = a + 1\nprint('inside', a, b)")
print(a, b, exec("pass"))
exec("""
def made(n):
    return n * factor
factor = 3
class Made:
    value = made(2)
""")
print(made(5), Made.value, Made.__module__)
names = {"n": 4}
exec("m = n * 2\ndef get(): return m\nm += 1\nresult = get()", names)
print(names["m"], names["result"], names["get"](), sorted(k for k in names if k[0] != "_"))
g, l = {"x": 1}, {"y": 2}
exec("z = x + y", g, l)
print(l["z"], "z" in g)
def f():
    q = 1
    exec("q = 2")
    return q
print(f())
try:
    exec("raise ValueError('from exec')")
except ValueError as error:
    print(error)
for statement in ("for i in range(3): print(i, end=' ')", "print(); x: int = 3", "del a", "if True:\n    print('block')"):
    exec(statement)
try:
    a
except NameError as error:
    print(error)
#: a calculator
def calculate(text):
    allowed = set("0123456789+-*/(). ")
    if not set(text) <= allowed:
        return "not allowed"
    try:
        return eval(text)
    except ZeroDivisionError:
        return "division by zero"
    except SyntaxError as error:
        return "cannot read that"
for text in ("1 + 2 * 3", "(4 - 1) / 2", "1 / 0", "2 **", "import os", "2 ** 10"):
    print(text, "=", calculate(text))
