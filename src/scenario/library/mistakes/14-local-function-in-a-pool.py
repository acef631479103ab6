# Title: A local function for a process pool
# Look for: A process is sent a function by its name, and a function inside of another has no name to be found by.
# Level: advanced
# View: compare
#: Mistake
from multiprocessing import Pool


def squares(limits):
    def square_sum(limit):
        return sum(n * n for n in range(limit))

    with Pool(2) as pool:
        return pool.map(square_sum, limits)


if __name__ == "__main__":
    try:
        print(squares([10, 100, 1000]))
    except Exception as error:
        print("failed:", type(error).__name__)
#: Repaired
from multiprocessing import Pool


def square_sum(limit):
    return sum(n * n for n in range(limit))


def squares(limits):
    with Pool(2) as pool:
        return pool.map(square_sum, limits)


if __name__ == "__main__":
    print(squares([10, 100, 1000]))
