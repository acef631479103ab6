# Title: Two threads, one counter
# Look for: Both read the old value, both write the same new one. The lock makes reading and writing one piece.
# Level: intermediate
# View: compare
#: Without a lock
import threading
import time

stock = 10


def sell(amount):
    global stock
    seen = stock
    time.sleep(1)
    stock = seen - amount


threads = [threading.Thread(target=sell, args=(amount,)) for amount in (3, 4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("left:", stock)
#: With a lock
import threading
import time

stock = 10
lock = threading.Lock()


def sell(amount):
    global stock
    with lock:
        seen = stock
        time.sleep(1)
        stock = seen - amount


threads = [threading.Thread(target=sell, args=(amount,)) for amount in (3, 4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("left:", stock)
