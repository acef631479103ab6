#: operators as functions
import operator as op

print(op.add(1, 2), op.sub(5, 3), op.mul(2, 3), op.truediv(7, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 5), op.neg(3), op.pos(-3), op.abs(-4))
print(op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.inv(5), op.lshift(1, 4), op.rshift(16, 2), op.lt(1, 2), op.ge(1, 2), op.eq(1, 1), op.ne(1, 1))
print(op.not_(0), op.truth([]), op.is_(None, None), op.is_not(1, None), op.index(True), op.concat([1], [2]), op.contains([1], 1), op.is_none(None))
print(op.countOf([1, 1, 2], 1), op.indexOf([1, 2], 2), op.length_hint([1, 2]), op.length_hint(iter([1, 2, 3])), op.call(max, 1, 2), op.__add__(1, 2))
items = [1, 2, 3]
op.setitem(items, 0, 9)
op.delitem(items, 1)
print(items, op.getitem(items, 0), op.iadd(items, [4]), items)
for wrong in (lambda: op.indexOf([1], 5), lambda: op.concat(1, 2), lambda: op.index(1.5)):
    try:
        wrong()
    except (ValueError, TypeError) as error:
        print(error)
#: getters and callers
from operator import attrgetter, itemgetter, methodcaller

class Person:
    def __init__(self, name, boss=None):
        self.name = name
        self.boss = boss

people = [Person("b", Person("x")), Person("a", Person("y"))]
print([p.name for p in sorted(people, key=attrgetter("name"))], attrgetter("name", "boss.name")(people[0]))
print(itemgetter(1)([1, 2]), itemgetter(0, 2)("abc"), itemgetter(slice(1, 3))([1, 2, 3]), sorted([{"a": 2}, {"a": 1}], key=itemgetter("a")))
print(methodcaller("upper")("a"), methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(itemgetter(1), attrgetter("a.b"), methodcaller("x", 1, k=2))
for wrong in (lambda: attrgetter(1), lambda: itemgetter(), lambda: attrgetter("zz")(3), lambda: itemgetter(5)([1])):
    try:
        wrong()
    except (TypeError, AttributeError, IndexError) as error:
        print(type(error).__name__, error)
