"""Prints the table `format.txt`: values, specifications, and what CPython 3.14 formats. Run: python3.14 format.py > format.txt"""

import random

random.seed(14)
INTS = [0, 1, -1, 7, 42, -42, 255, -255, 1234, -1234567, 10**12, -(10**25), 65, True, False]
FLOATS = [0.0, -0.0, 1.0, -1.5, 0.1, 2.5, 123.0, 1234.5678, -1234567.891, 1e16, 1e-5, 1.5e300, 5e-324, 0.00012345, 99.995, 0.05,
          float("inf"), float("-inf"), float("nan")]
TEXTS = ["", "a", "hello", "h\u00e9llo w\u00f6rld"]


def spec(value):
    parts = [random.choice(["", "", "", "<", ">", "^", "=", "*<", "0>", "_^", "x="])]
    if not isinstance(value, str) or random.random() < 0.1:
        parts.append(random.choice(["", "", "", "+", "-", " "]))
        parts.append(random.choice(["", "", "", "", "z"]))
        parts.append(random.choice(["", "", "", "#"]))
    parts.append(random.choice(["", "", "0"]))
    parts.append(random.choice(["", "", "1", "5", "10", "13", "20"]))
    if not isinstance(value, str) or random.random() < 0.1:
        parts.append(random.choice(["", "", "", ",", "_", "_"]))
    if isinstance(value, float) or isinstance(value, str) and random.random() < 0.5 or random.random() < 0.15:
        parts.append(random.choice(["", ".0", ".1", ".2", ".3", ".10", ".20", ".3_", "._", ".8,", "."]))
    kinds = "sss d" if isinstance(value, str) else "eEfFgGn%%fffd s" if isinstance(value, float) else "bcdeEfFgGnoxX%ddds y"
    parts.append(random.choice(["", random.choice(kinds).strip()]))
    return "".join(parts)


def main():
    seen = set()
    while len(seen) < 900:
        value = random.choice(random.choice([INTS, FLOATS, FLOATS, TEXTS]))
        if random.random() < 0.2:
            value = random.choice([random.uniform(-1e6, 1e6), random.random(), random.randrange(-(10**9), 10**9)])
        case = value, spec(value)
        if repr(case) in seen:
            continue
        seen.add(repr(case))
        try:
            result = "=" + format(*case)
        except (ValueError, OverflowError) as error:
            result = "%s: %s" % (type(error).__name__, error)
        print("%s\t%s\t%s" % ("'" + value if isinstance(value, str) else repr(value), case[1], result))


main()
