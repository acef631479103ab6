#: containers
from pprint import pformat, pp, pprint

data = {"name": "Loopscope", "tags": ["asyncio", "teaching", "simulation"], "nested": {"b": list(range(20)), "a": ("x" * 20, "y" * 30)}}
pprint(data)
pprint(data, width=40)
pprint(data, indent=4, width=60)
pp({"b": 1, "a": 2})
pprint({"b": 1, "a": 2})
print(pformat([1, 2, 3]), pformat("text"), pformat({3, 1, 2}), pformat(()), pformat((1,)))
pprint(list(range(40)), compact=True)
pprint([["a" * 30, "b" * 30], ["c" * 30]], width=50)
pprint({"deep": {"deeper": {"deepest": [1]}}}, depth=2)
pprint({"s": {"z" * 30, "y" * 30, "x" * 30}, "t": ("only" * 25,)})
#: long texts
from pprint import pprint

pprint("The quick brown fox jumped over the lazy dog. " * 3, width=40)
pprint(["word " * 20, "short"], width=50)
pprint({"key": "line one\nline two\nline three is longer than the others"}, width=40)
#: cycles and others
from pprint import PrettyPrinter, isrecursive, saferepr

loop = [1]
loop.append(loop)
print(isrecursive(loop), isrecursive([1]), saferepr({"b": 1, "a": [2]}))
PrettyPrinter(width=20).pprint({"numbers": [100000, 200000, 300000]})
PrettyPrinter(underscore_numbers=True).pprint([1234567, 12])
