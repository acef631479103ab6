"""os.path: paths as texts (Lib/posixpath.py). There are no files to look at."""

import os

sep, curdir, pardir, extsep, pathsep, altsep, defpath, devnull = "/", ".", "..", ".", ":", None, "/bin:/usr/bin", "/dev/null"


def normcase(s):
    return os.fspath(s)


def isabs(s):
    return os.fspath(s).startswith("/")


def join(a, /, *paths):
    joined = os.fspath(a)
    for part in map(os.fspath, paths):
        if part.startswith("/"):
            joined = part
        elif not joined or joined.endswith("/"):
            joined += part
        else:
            joined += "/" + part
    return joined


def split(p):
    p = os.fspath(p)
    at = p.rfind("/") + 1
    head, tail = p[:at], p[at:]
    if head.strip("/"):
        head = head.rstrip("/")
    return head, tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = os.fspath(p)
    name = p.rfind("/") + 1
    dot = p.rfind(".")
    # Leading dots are part of the name.
    if dot > name and p[name:dot].strip("."):
        return p[:dot], p[dot:]
    return p, ""


def splitdrive(p):
    return os.fspath(p)[:0], p


def normpath(path):
    path = os.fspath(path)
    if not path:
        return "."
    slashes = 2 if path.startswith("//") and not path.startswith("///") else int(path.startswith("/"))
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or (not slashes and not parts) or (parts and parts[-1] == ".."):
            parts.append(part)
        elif parts:
            parts.pop()
    return "/" * slashes + "/".join(parts) or "."


def abspath(path):
    path = os.fspath(path)
    return normpath(path if isabs(path) else join(os.getcwd(), path))


realpath = abspath


def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    here = [part for part in abspath(start or curdir).split("/") if part]
    there = [part for part in abspath(path).split("/") if part]
    same = len(commonprefix([here, there]))
    return join(*[".."] * (len(here) - same), *there[same:]) if here != there else "."


def commonprefix(m):
    if not m:
        return ""
    first, last = min(m), max(m)
    for index, item in enumerate(first):
        if item != last[index]:
            return first[:index]
    return first


def commonpath(paths):
    paths = [os.fspath(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    if len({isabs(path) for path in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    split_paths = [[part for part in path.split("/") if part and part != "."] for path in paths]
    return ("/" if isabs(paths[0]) else "") + "/".join(commonprefix(split_paths))


def expanduser(path):
    path = os.fspath(path)
    return "/home/user" + path[1:] if path == "~" or path.startswith("~/") else path
