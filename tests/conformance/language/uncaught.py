class Failure(Exception):
    pass


def run():
    try:
        print("working")
        raise Failure("it broke", 5)
    finally:
        print("cleaned up")


print("start")
run()
print("never printed")
