#: await outside async function
import asyncio


def main():
    await asyncio.sleep(1)


main()
#: await outside any function
import asyncio

await asyncio.sleep(1)
#: async for outside async function
def f(items):
    async for item in items:
        print(item)
#: async with outside async function
def f(lock):
    async with lock:
        print("held")
#: asynchronous comprehension outside
def f(items):
    return [item async for item in items]
#: missing colon after if
x = 1
if x == 1
    print("one")
#: missing colon after def
def f()
    return 1
#: missing colon after for
for i in range(3)
    print(i)
#: missing colon after while
while True
    break
#: missing colon after else
if 1:
    pass
else
    pass
#: missing colon after class
class A
    pass
#: missing colon after async def
async def f()
    pass
#: missing colon after try
try
    pass
except ValueError:
    pass
#: missing colon after except
try:
    pass
except ValueError
    pass
#: missing colon after with
with open("x") as f
    pass
#: forgotten comma in list
items = [1, 2 3]
#: forgotten comma in call
print("a" 1)
#: forgotten comma between names
f(a b)
#: forgotten comma in dict
d = {"a": 1 "b": 2}
#: parenthesis never closed
print("hello"
x = 1
#: bracket never closed
items = [1, 2, 3
for i in items:
    print(i)
#: brace never closed at the end
d = {"a": 1,
#: unmatched parenthesis
print("a"))
#: mismatched brackets
x = (1, 2]
#: mismatched brackets over lines
x = [
    1,
)
#: unterminated string
print("hello)
#: unterminated string with single quote
name = 'it's'
#: unterminated triple-quoted string
text = """hello
world
#: unterminated f-string
print(f"hello {1})
#: unexpected indent
x = 1
    y = 2
#: expected an indented block after if
if True:
print("a")
#: expected an indented block after def
def f():
return 1
#: expected an indented block after for
for i in range(3):
print(i)
#: expected an indented block after while
while True:
break
#: expected an indented block after class
class A:
x = 1
#: expected an indented block after try
try:
x = 1
except ValueError:
    pass
#: expected an indented block after except
try:
    x = 1
except ValueError:
print("a")
#: expected an indented block after else
if 1:
    pass
else:
x = 1
#: expected an indented block after elif
if 1:
    pass
elif 2:
x = 1
#: expected an indented block after with
with a as b:
x = 1
#: expected an indented block after finally
try:
    pass
finally:
x = 1
#: expected an indented block at the end
def f():
#: expected an indented block after async def
async def f():
await g()
#: expected an indented block after match
match 1:
case 1:
    pass
#: expected an indented block after case
match 1:
    case 1:
    pass
#: unindent does not match
def f():
        x = 1
    y = 2
#: unindent does not match deeper
if 1:
    if 2:
        a = 1
      b = 2
#: inconsistent tabs
if 1:
        x = 1
	y = 2
#: assignment in if
x = 1
if x = 1:
    print("one")
#: assignment in while
while x = 1:
    pass
#: assign to call
f() = 1
#: assign to literal
1 = x
#: assign to expression
a + b = c
#: assign to string
"a" = 1
#: assign to None
None = 1
#: assign to True
True = 1
#: assign to keyword in call
f(True=1)
#: assign to comparison
a < b = 1
#: assign to await
async def f():
    await g() = 1
#: assign to f-string
f"{x}" = 1
#: assign to conditional
a if b else c = 1
#: assign to attribute of call is right but not to lambda
lambda: 1 = 2
#: augmented assignment to call
f() += 1
#: augmented assignment to tuple
(a, b) += 1
#: delete call
del f()
#: delete literal
del 1
#: expression as keyword
f(a.b=1)
#: expression as keyword with arithmetic
f(a + 1 = 2)
#: walrus to attribute
(a.b := 1)
#: walrus at statement level
x := 1
#: return outside function
return 1
#: return in class
class A:
    return 1
#: yield outside function
yield 1
#: break outside loop
if True:
    break
#: break in function in loop
for i in range(3):
    def f():
        break
#: continue outside loop
continue
#: name used prior to global
x = 1


def f():
    print(x)
    global x
#: name assigned before global
def f():
    x = 1
    global x
#: name is parameter and global
def f(x):
    global x
#: nonlocal at module level
nonlocal x
#: no binding for nonlocal
def f():
    nonlocal x
    x = 1
#: nonlocal and global
def f():
    global x
    nonlocal x
#: duplicate argument
def f(a, a):
    pass
#: duplicate argument in lambda
g = lambda a, a: 1
#: positional after keyword
f(a=1, 2)
#: positional after unpacking
f(**d, 2)
#: iterable unpacking after keyword unpacking
f(**d, *a)
#: keyword argument repeated
f(a=1, a=2)
#: parameter without default
def f(a=1, b):
    pass
#: bare star
def f(a, *):
    pass
#: two stars
def f(*a, *b):
    pass
#: kwargs before parameter
def f(**kwargs, a):
    pass
#: generator must be parenthesized
sum(x for x in [1], 2)
#: print without parentheses
print "hello"
#: print without parentheses with name
x = 1
print x
#: exec without parentheses
exec "x = 1"
