# Title: Threads also wait side by side
# Look for: Every thread has a lane of its own. While one sleeps it has let go of the GIL.
# Level: first steps
# View: timeline
#: Program
import threading
import time


def download(name, seconds):
    print(name, "starts")
    time.sleep(seconds)
    print(name, "ends")


threads = [
    threading.Thread(target=download, args=(name, seconds), name=name)
    for name, seconds in (("film", 3), ("song", 1), ("book", 2))
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("all downloads are done")
