#: the numbers of a seed
import random

random.seed(42)
print(random.random(), random.randint(1, 6), random.uniform(1, 10), random.choice("abcdef"), random.randrange(0, 100, 5))
print(random.getrandbits(70), random.randbytes(5), [random.randrange(10) for _ in range(8)])
items = list(range(10))
random.shuffle(items)
print(items, random.sample(range(100), 5), random.sample("abcdef", 3), random.choices([1, 2, 3], k=6))
print(random.choices("abc", weights=[5, 1, 1], k=8), random.choices("abc", cum_weights=[1, 3, 4], k=5))
print(random.sample(["red", "blue"], counts=[4, 2], k=5), random.sample(range(10**6), 8))
#: seeds of other types
import random

for seed in ("hello", "", b"bytes", bytearray(b"bytes"), -7, 10**30, True, 0):
    random.seed(seed)
    print(repr(seed), random.random(), random.randint(0, 999))
try:
    random.seed([1])
except TypeError as error:
    print(error)
#: distributions
import random

random.seed(7)
print([random.gauss(0, 1) for _ in range(4)], random.normalvariate(10, 2), random.gauss())
print(random.expovariate(0.5), random.triangular(0, 10, 3), random.triangular(), random.betavariate(2, 3), random.gammavariate(9, 0.5))
print(random.gammavariate(0.5, 1), random.gammavariate(1, 2), random.lognormvariate(0, 0.25), random.paretovariate(3), random.weibullvariate(1, 1.5))
print(random.vonmisesvariate(0, 4), random.binomialvariate(10, 0.3), random.binomialvariate(1000, 0.5), random.binomialvariate(), random.expovariate())
#: states and generators
import random

a, b = random.Random(1), random.Random(1)
print(a.random() == b.random(), a.randint(1, 100), isinstance(a, random.Random))
state = a.getstate()
first = [a.random() for _ in range(3)]
a.setstate(state)
print(first == [a.random() for _ in range(3)], state[0], len(state[1]), state[2])
random.seed(3)
before = random.random()
random.Random(99).random()
random.seed(3)
print(before == random.random())
for _ in range(700):
    random.random()
print(random.random(), random.getstate()[1][-1])
#: errors
import random

for call in (
    lambda: random.choice([]),
    lambda: random.randint(5, 1),
    lambda: random.randrange(0),
    lambda: random.randrange(1, 10, 0),
    lambda: random.randrange(1.5),
    lambda: random.sample([1, 2], 3),
    lambda: random.sample({1, 2}, 1),
    lambda: random.choices([1, 2], weights=[1]),
    lambda: random.choices([1, 2], weights=[0, 0]),
    lambda: random.choices([1], [1], cum_weights=[1]),
    lambda: random.choices([1, 2], 3),
    lambda: random.getrandbits(-1),
    lambda: random.sample([1], counts=[1, 2], k=1),
    lambda: random.randrange(5, 5),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
