"""random: the Mersenne Twister, with the numbers that CPython gives for a seed. Unless the program seeds it, the seed is 0."""

_N = 624
_M = 397


class Random:
    def __init__(self, x=None):
        self.gauss_next = None
        self.seed(x)

    def seed(self, a=None, version=2):
        self.gauss_next = None
        if a is None:
            a = 0
        if isinstance(a, float):
            a = hash(a)
        if isinstance(a, str):
            a = int.from_bytes(a.encode(), "big")
        if isinstance(a, (bytes, bytearray)):
            a = int.from_bytes(a, "big")
        self._init_by_array(abs(int(a)))

    def _init_genrand(self, seed):
        state = [seed & 0xFFFFFFFF]
        for at in range(1, _N):
            before = state[-1]
            state.append((1812433253 * (before ^ (before >> 30)) + at) & 0xFFFFFFFF)
        self._state = state
        self._index = _N

    def _init_by_array(self, number):
        """`init_by_array` (Modules/_randommodule.c) with the 32-bit digits of a number, lowest first."""
        key = []
        while number:
            key.append(number & 0xFFFFFFFF)
            number >>= 32
        if not key:
            key = [0]
        self._init_genrand(19650218)
        state = self._state
        i = 1
        j = 0
        for _ in range(max(_N, len(key))):
            before = state[i - 1]
            state[i] = ((state[i] ^ ((before ^ (before >> 30)) * 1664525)) + key[j] + j) & 0xFFFFFFFF
            i += 1
            j += 1
            if i >= _N:
                state[0] = state[_N - 1]
                i = 1
            if j >= len(key):
                j = 0
        for _ in range(_N - 1):
            before = state[i - 1]
            state[i] = ((state[i] ^ ((before ^ (before >> 30)) * 1566083941)) - i) & 0xFFFFFFFF
            i += 1
            if i >= _N:
                state[0] = state[_N - 1]
                i = 1
        state[0] = 0x80000000

    def _generate(self):
        state = self._state
        for at in range(_N):
            y = (state[at] & 0x80000000) | (state[(at + 1) % _N] & 0x7FFFFFFF)
            value = state[(at + _M) % _N] ^ (y >> 1)
            if y & 1:
                value ^= 0x9908B0DF
            state[at] = value
        self._index = 0

    def _next_32_bits(self):
        if self._index >= _N:
            self._generate()
        y = self._state[self._index]
        self._index += 1
        y ^= y >> 11
        y ^= (y << 7) & 0x9D2C5680
        y ^= (y << 15) & 0xEFC60000
        return y ^ (y >> 18)

    def random(self):
        high = self._next_32_bits() >> 5
        low = self._next_32_bits() >> 6
        return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0)

    def getrandbits(self, k, /):
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        result = 0
        shift = 0
        while k > 0:
            bits = self._next_32_bits()
            if k < 32:
                bits >>= 32 - k
            result |= bits << shift
            shift += 32
            k -= 32
        return result

    def getstate(self):
        return (3, tuple(self._state) + (self._index,), self.gauss_next)

    def setstate(self, state):
        self._state = list(state[1][:-1])
        self._index = state[1][-1]
        self.gauss_next = state[2]

    def _randbelow(self, n):
        bits = n.bit_length()
        result = self.getrandbits(bits)
        while result >= n:
            result = self.getrandbits(bits)
        return result

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def randrange(self, start, stop=None, step=1):
        if stop is None:
            if start <= 0:
                raise ValueError("empty range for randrange()")
            return self._randbelow(start)
        width = stop - start
        if step == 1:
            if width <= 0:
                raise ValueError(f"empty range in randrange({start}, {stop})")
            return start + self._randbelow(width)
        if step > 0:
            n = (width + step - 1) // step
        elif step < 0:
            n = (width + step + 1) // step
        else:
            raise ValueError("zero step for randrange()")
        if n <= 0:
            raise ValueError(f"empty range in randrange({start}, {stop}, {step})")
        return start + step * self._randbelow(n)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError("Cannot choose from an empty sequence")
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        for i in reversed(range(1, len(x))):
            j = self._randbelow(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, *, counts=None):
        if counts is not None:
            population = [item for item, count in zip(population, counts) for _ in range(count)]
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        result = [None] * k
        setsize = 21
        if k > 5:
            power = 1
            while power < k * 3:
                power *= 4
            setsize += power
        if n <= setsize:
            pool = list(population)
            for i in range(k):
                j = self._randbelow(n - i)
                result[i] = pool[j]
                pool[j] = pool[n - i - 1]
        else:
            selected = set()
            for i in range(k):
                j = self._randbelow(n)
                while j in selected:
                    j = self._randbelow(n)
                selected.add(j)
                result[i] = population[j]
        return result

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[int(self.random() * n)] for _ in range(k)]
            cum_weights = []
            total = 0
            for weight in weights:
                total += weight
                cum_weights.append(total)
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        result = []
        for _ in range(k):
            at = self.random() * total
            low = 0
            high = n - 1
            while low < high:
                middle = (low + high) // 2
                if at < cum_weights[middle]:
                    high = middle
                else:
                    low = middle + 1
            result.append(population[low])
        return result

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        c = 0.5 if mode is None else (mode - low) / (high - low)
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * (u * c) ** 0.5

    def expovariate(self, lambd=1.0):
        from math import log

        return -log(1.0 - self.random()) / lambd

    def gauss(self, mu=0.0, sigma=1.0):
        from math import cos, log, pi, sin, sqrt

        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            x2pi = self.random() * 2.0 * pi
            g2rad = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(x2pi) * g2rad
            self.gauss_next = sin(x2pi) * g2rad
        return mu + z * sigma

    def normalvariate(self, mu=0.0, sigma=1.0):
        from math import exp, log, sqrt

        magic = 4 * exp(-0.5) / sqrt(2.0)
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = magic * (u1 - 0.5) / u2
            if z * z / 4.0 <= -log(u2):
                return mu + z * sigma


_inst = Random(0)
seed = _inst.seed
random = _inst.random
getrandbits = _inst.getrandbits
getstate = _inst.getstate
setstate = _inst.setstate
randbytes = _inst.randbytes
randrange = _inst.randrange
randint = _inst.randint
choice = _inst.choice
shuffle = _inst.shuffle
sample = _inst.sample
choices = _inst.choices
uniform = _inst.uniform
triangular = _inst.triangular
expovariate = _inst.expovariate
gauss = _inst.gauss
normalvariate = _inst.normalvariate
