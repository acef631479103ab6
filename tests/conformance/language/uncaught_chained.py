def load(settings):
    try:
        return settings["port"]
    except KeyError as error:
        raise ValueError("no port configured") from error


print(load({"port": 80}))
print("partial", end=" ")
print("line", end="")
print()
load({})
