# Title: Threads that hand over work
# Look for: get() blocks the thread of the printer, and only that one, until something is there.
# Level: intermediate
# View: timeline
#: Program
import queue
import threading
import time

pages = queue.Queue(maxsize=2)


def write():
    for number in range(1, 5):
        time.sleep(0.5)
        pages.put(f"page {number}")
        print("written", number)
    pages.put(None)


def print_out():
    while (page := pages.get()) is not None:
        time.sleep(1)
        print("printed", page)


writer = threading.Thread(target=write, name="writer")
printer = threading.Thread(target=print_out, name="printer")
writer.start()
printer.start()
writer.join()
printer.join()
