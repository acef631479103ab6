#: endless iterators
from itertools import count, cycle, islice, repeat

print(list(islice(count(5), 3)), list(islice(count(1, 0.5), 3)), count(3), count(1, 2), list(islice(cycle("ab"), 5)), list(cycle([])))
print(repeat(1, 3), list(repeat("x", 2)), repeat(4), list(map(pow, range(4), repeat(2))))
ids = count(10)
print(next(ids), next(ids), dict(zip("ab", ids)), ids)
#: chain, compress and the filters
from itertools import chain, compress, dropwhile, filterfalse, starmap, takewhile

print(list(chain("ab", [1], ())), list(chain.from_iterable(["ab", "cd"])), list(compress("abcd", [1, 0, 1, 1])))
print(list(dropwhile(lambda x: x < 3, [1, 3, 2, 5])), list(takewhile(lambda x: x < 3, [1, 2, 5, 1])))
print(list(filterfalse(None, [0, 1, "", 2])), list(filterfalse(lambda x: x % 2, range(5))), list(starmap(pow, [(2, 3), (3, 2)])))
c = chain([1], [2])
print(iter(c) is c, next(c), next(c), next(c, "end"))
lazy = chain(1)
try:
    next(lazy)
except TypeError as error:
    print(error)
#: accumulate
from itertools import accumulate
import operator

print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], initial=10)), list(accumulate([3, 1, 4, 1], max)), list(accumulate([])))
print(list(accumulate([1, 2, 3], operator.mul)), list(accumulate("abc")))
try:
    accumulate(5)
except TypeError as error:
    print(error)
#: groupby
from itertools import groupby

print([(key, list(group)) for key, group in groupby("aabbbca")])
words = sorted(["bb", "a", "cc", "d"], key=len)
print({size: list(group) for size, group in groupby(words, key=len)})
groups = groupby("aab")
first_key, first = next(groups)
second_key, second = next(groups)
print(first_key, list(first), second_key, list(second), list(groups))
#: islice
from itertools import islice

print(list(islice("abcdef", 2)), list(islice("abcdef", 2, 4)), list(islice("abcdef", 1, None, 2)), list(islice("abc", None)), list(islice("abc", 0)))
source = iter(range(10))
print(list(islice(source, 1, 6, 3)), next(source))
for wrong in (lambda: islice([1], -1), lambda: islice([1], 0, 5, 0), lambda: islice([1]), lambda: islice([1], "a"), lambda: islice([1], "a", 3)):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(error)
#: pairwise, batched and zip_longest
from itertools import batched, pairwise, zip_longest

print(list(pairwise("abcd")), list(pairwise("a")), list(batched("abcdefg", 3)), list(batched([], 2)))
print(list(zip_longest("ab", "xyz", fillvalue="-")), list(zip_longest([1], [2, 3])), list(zip_longest()))
for wrong in (lambda: list(batched("abcde", 2, strict=True)), lambda: batched("a", 0)):
    try:
        wrong()
    except ValueError as error:
        print(error)
#: product, permutations and combinations
from itertools import combinations, combinations_with_replacement, permutations, product

print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()), list(product("a", [])))
print(list(permutations("abc", 2)), list(permutations([1, 2, 3])), list(permutations("ab", 3)))
print(list(combinations("abcd", 2)), list(combinations([1, 2], 3)), list(combinations("ab", 0)))
print(list(combinations_with_replacement("abc", 2)), len(list(product(range(3), repeat=4))))
for wrong in (lambda: product("a", repeat=-1), lambda: combinations("a", -1), lambda: permutations("ab", "x")):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(error)
#: tee and the types
import itertools
from itertools import chain, count, groupby, islice, tee

a, b = tee([1, 2, 3])
print(next(a), list(b), list(a))
x, y, z = tee(iter("ab"), 3)
print(list(x), list(y), list(z))
print(type(chain()), type(count()), type(groupby([])), type(islice([], 1)), itertools.product, isinstance(chain(), chain))
def source():
    try:
        yield 1
        yield 2
    finally:
        print("closed")
for value in islice(source(), 1):
    print(value)
