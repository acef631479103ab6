print("a file with a syntax error prints nothing")


def broken(:
    pass
