#: push and pop
import heapq

heap = []
for number in (5, 1, 8, 3, 9, 2):
    heapq.heappush(heap, number)
print(heap, heap[0])
print([heapq.heappop(heap) for _ in range(6)], heap)
heap = [9, 4, 7, 1]
heapq.heapify(heap)
print(heap, heapq.heapreplace(heap, 5), heap, heapq.heappushpop(heap, 0), heapq.heappushpop(heap, 6), heap)
for wrong in (lambda: heapq.heappop([]), lambda: heapq.heapreplace([], 1), lambda: heapq.heappush((), 1), lambda: heapq.heappush([1], "a")):
    try:
        wrong()
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
#: equal priorities
import heapq

jobs = []
for order, (priority, name) in enumerate([(2, "b"), (1, "a"), (2, "c"), (1, "d")]):
    heapq.heappush(jobs, (priority, order, name))
while jobs:
    print(heapq.heappop(jobs))
class Job:
    def __init__(self, priority, name):
        self.priority, self.name = priority, name
    def __lt__(self, other):
        return self.priority < other.priority
heap = [Job(1, letter) for letter in "abcdef"]
heapq.heapify(heap)
print([heapq.heappop(heap).name for _ in range(6)])
#: nlargest, nsmallest and merge
import heapq

print(heapq.nlargest(2, [3, 1, 4, 1, 5]), heapq.nsmallest(3, [3, 1, 4, 1, 5]), heapq.nlargest(2, ["aa", "b", "ccc"], key=len), heapq.nsmallest(0, [1]))
print(list(heapq.merge([1, 4], [2, 3], [0, 9])), list(heapq.merge([9, 1], [8, 2], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)))
def endless(start):
    while True:
        yield start
        start += 2
merged = heapq.merge(endless(0), endless(1))
print([next(merged) for _ in range(5)])
#: largest first
import heapq

heap = [3, 1, 4, 1, 5, 9]
heapq.heapify_max(heap)
print(heap, heapq.heappop_max(heap), heap)
heapq.heappush_max(heap, 7)
print(heap, heapq.heapreplace_max(heap, 2), heapq.heappushpop_max(heap, 10), heap)
