#: places
from bisect import bisect, bisect_left, bisect_right, insort, insort_left

scores = [10, 20, 20, 30]
print(bisect(scores, 20), bisect_left(scores, 20), bisect_right(scores, 5), bisect_left(scores, 99), bisect(scores, 20, 0, 2))
insort(scores, 25)
insort_left(scores, 20)
print(scores, bisect([], 1))


def grade(score, breakpoints=[60, 70, 80, 90], grades="FDCBA"):
    return grades[bisect(breakpoints, score)]


print([grade(score) for score in (33, 99, 77, 70, 89, 90, 100)])
#: keys
from bisect import bisect_left, bisect_right, insort

movies = [("Jaws", 1975), ("Titanic", 1997), ("Titans", 2000)]
print(bisect_left(movies, 1997, key=lambda m: m[1]), bisect_right(movies, 1997, key=lambda m: m[1]))
insort(movies, ("Alien", 1979), key=lambda m: m[1])
print(movies)
try:
    bisect_left([1, 2], 1, -1)
except ValueError as error:
    print(error)
try:
    insort([1], "a")
except TypeError as error:
    print(error)
