# Title: Processes share nothing
# Look for: The thread changes the list that main sees; the process changes a copy of its own.
# Level: intermediate
# View: compare
#: Thread
import threading

found = []


def search():
    found.append("treasure")
    print("inside:", found)


if __name__ == "__main__":
    thread = threading.Thread(target=search)
    thread.start()
    thread.join()
    print("outside:", found)
#: Process
import multiprocessing

found = []


def search():
    found.append("treasure")
    print("inside:", found)


if __name__ == "__main__":
    process = multiprocessing.Process(target=search)
    process.start()
    process.join()
    print("outside:", found)
