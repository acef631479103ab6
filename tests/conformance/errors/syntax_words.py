#: f-string empty expression
print(f"{}")
#: f-string missing brace
print(f"{1")
#: f-string single closing brace
print(f"}")
#: f-string bad conversion
print(f"{1!x}")
#: f-string missing conversion
print(f"{1!}")
#: f-string invalid expression
print(f"{1 +}")
#: f-string forgotten operator
print(f"{a b}")
#: f-string unmatched parenthesis
print(f"{(1}")
#: f-string assignment
print(f"{a = !r:^20} {b := 1}{1 2}")
#: f-string lambda
print(f"{lambda x: 1}")
#: invalid decimal literal
x = 1a
#: invalid decimal literal name
2nd = 1
#: leading zeros
x = 007
#: invalid hexadecimal
x = 0xg
#: invalid binary digit
x = 0b12
#: invalid octal digit
x = 0o8
#: underscore at the end
x = 1_
#: two underscores
x = 1__0
#: two dots in a number
x = 1.2.3
#: keyword typo while
whlie True:
    break
#: keyword typo for
fro i in range(3):
    print(i)
#: keyword typo def
dfe f():
    pass
#: keyword typo class
clas A:
    pass
#: keyword typo import
improt asyncio
#: keyword typo from
form asyncio import sleep
#: keyword typo return
def f():
    retrun 1
#: keyword typo async
asnyc def f():
    pass
#: keyword typo await
async def f():
    x = awiat g()
#: keyword typo elif
if 1:
    pass
elfi 2:
    pass
#: keyword typo except
try:
    pass
excpet ValueError:
    pass
#: keyword typo not in
if 1 nto in [1]:
    pass
#: keyword typo lambda
f = lamda x: x
#: else if
if 1:
    pass
else if 2:
    pass
#: elseif
if 1:
    pass
elseif 2:
    pass
#: increment
x = 1
x++
#: not equal written as in other languages
if 1 <> 2:
    pass
#: and written as in other languages
if a && b:
    pass
#: or written as in other languages
if a || b:
    pass
#: not written as in other languages
if !a:
    pass
#: braces
def f() {
    return 1
}
#: semicolon is fine but arrow is not
f = x => x
#: ternary of other languages
x = a ? b : c
#: dollar
x = $a
#: backquote
x = `a`
#: curly quotes
print(“hello”)
#: non-breaking space
x = 1
#: zero width space
x​ = 1
#: line continuation
x = 1 + \ 2
#: backslash at the end
x = 1 + \
#: missing operand
x = 1 +
#: missing value
x =
#: two operators
x = = 1
#: double equals in assignment
def f():
    x = == 1
#: import nothing
import
#: from import nothing
from asyncio import
#: import with trailing comma
from asyncio import sleep,
#: import as attribute
import asyncio as a.b
#: import star in function
def f():
    from asyncio import *
#: future import late
x = 1
from __future__ import annotations
#: future feature
from __future__ import braces_please
#: relative import dots
from . import
#: keyword as name
class = 1
#: keyword as parameter
def f(from):
    pass
#: keyword as attribute
x.class
#: keyword as argument
f(class=1)
#: function without name
def ():
    pass
#: function without parentheses
def f:
    pass
#: class without name
class:
    pass
#: for without in
for i range(3):
    pass
#: for with equals
for i = 1 in range(3):
    pass
#: for over nothing
for i in:
    pass
#: try alone
try:
    x = 1
y = 2
#: except after bare except
try:
    pass
except:
    pass
except ValueError:
    pass
#: except with comma and as
try:
    pass
except ValueError, TypeError as e:
    pass
#: except star mixed
try:
    pass
except ValueError:
    pass
except* TypeError:
    pass
#: return in except star
def f():
    try:
        pass
    except* ValueError:
        return 1
#: if without condition
if:
    pass
#: conditional without else
x = 1 if 2
#: dict missing value
d = {"a": }
#: dict missing colon
d = {"a": 1, "b"}
#: dict with equals
d = {"a" = 1}
#: set and dict mixed
d = {1, "a": 2}
#: slice in parentheses
x = (1:2)
#: empty subscript
x[]
#: starred alone
*a
#: starred in expression
x = *a
#: two starred targets
*a, *b = [1, 2]
#: decorator without function
@decorator
x = 1
#: lambda with statement
f = lambda: return 1
#: assign in lambda
f = lambda: x = 1
#: comprehension without brackets
x = i for i in range(3)
#: comprehension with unpacking
x = [*a for a in b]
#: tuple in comprehension
x = [a, b for a, b in c]
#: yield in async from
async def f():
    yield from g()
#: return value in async generator
async def f():
    yield 1
    return 2
#: yield in class
class A:
    yield 1
#: await in lambda
async def f():
    return lambda: await g()
#: await in default
async def f(x=await g()):
    pass
#: bytes not ascii
x = b"é"
#: bad unicode escape
x = "\u12"
#: bad hex escape
x = "\x1"
#: match case without pattern
match 1:
    case:
        pass
#: match unreachable
match 1:
    case x:
        pass
    case 2:
        pass
#: match duplicate name
match 1:
    case (a, a):
        pass
#: global in expression
x = global y
#: pass as value
x = pass
#: unexpected indent after comment
# a comment
  x = 1
#: comma as statement
def f():
    return ,
#: colon in assignment
x: = 1
#: type hint on call
f(): int = 1
#: annotated global
def f():
    global x
    x: int = 1
#: async without def
async x = 1
#: async lambda
f = async lambda: 1
#: nested f-string quotes are fine but missing brace is not
print(f"{f'{1'}")
#: trailing garbage
print("a") print("b")
#: statement after colon
if 1: if 2: pass
#: with without as
with:
    pass
#: assert tuple is a warning only
assert (1, "x")
print("after")
#: del nothing
del
#: raise with comma
raise ValueError, "x"
#: dot without name
x = a.
#: walrus in call keyword
f(a := 1, b = c := 2)
#: numbers side by side
x = 1 2
#: string prefix
x = q"abc"
#: not after is
if x is is not None:
    pass
