import sys

def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)

sys.setrecursionlimit(100)
print(sys.getrecursionlimit(), depth(50))
try:
    depth(200)
except RecursionError as error:
    print(error)
for wrong in (0, -1, "a"):
    try:
        sys.setrecursionlimit(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
