"""Prints the table `arithmetic.txt`: what CPython makes of random operations on numbers. Run: python3 numbers.py > arithmetic.txt"""

import random

random.seed(20)
SMALL = [0, 1, -1, 2, -2, 3, 7, -7, 10, 63, 64, 255]
EDGES = [2**31, 2**53, 2**53 + 1, 2**62, 2**63 - 1, -(2**63), 2**63, 2**64, -(2**64) - 1, 10**25, -(10**30), 3**200]
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, -2.5, 0.1, 1e16, 1e-5, 123456.789, 1e308, 5e-324, float("inf"), float("-inf"), float("nan")]
OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "divmod"]


def number():
    pool = random.choice([SMALL, SMALL, EDGES, FLOATS, None])
    if pool is None:
        return random.choice([random.uniform(-1000, 1000), random.randrange(-(10**30), 10**30), random.randrange(-1000, 1000)])
    return random.choice(pool)


def evaluate(operator, a, b):
    if operator in ("**", "<<") and (isinstance(b, int) and abs(b) > 300 or isinstance(a, float) != isinstance(b, float)):
        return None
    try:
        result = divmod(a, b) if operator == "divmod" else eval("a %s b" % operator)
    except TypeError:
        return "None"
    except ZeroDivisionError as error:
        # 3.14 has one message where older versions had several.
        return "ZeroDivisionError"
    except (ArithmeticError, ValueError) as error:
        return "%s: %s" % (type(error).__name__, error)
    return None if isinstance(result, complex) else repr(result)


def main():
    seen = set()
    while len(seen) < 600:
        case = random.choice(OPERATORS), number(), number()
        result = evaluate(*case)
        if result is None or len(result) > 120 or repr(case) in seen:
            continue
        seen.add(repr(case))
        print("%r\t%s\t%r\t%s" % (case[1], case[0], case[2], result))


main()
