import time
from multiprocessing import Pool

log = []


def area(width, height):
    return width * height


def slow_double(n):
    log.append(n)
    time.sleep(0.1)
    return 2 * n, len(log)


def fails(n):
    raise KeyError(f"no {n}")


if __name__ == "__main__":
    with Pool(2) as pool:
        print(pool.map(slow_double, range(4)))
        print(f"{time.perf_counter():.1f} log here: {log}")
        print(pool.starmap(area, [(2, 3), (4, 5)]))
        print(pool.apply(area, (6, 7)))
        try:
            pool.map(fails, [1, 2])
        except KeyError as error:
            print("caught", error)
    print(f"{time.perf_counter():.1f} end")
