"""hashlib: digests of bytes."""

from _hashlib import digest as _digest

_SIZES = {"md5": (16, 64), "sha1": (20, 64), "sha224": (28, 64), "sha256": (32, 64), "sha384": (48, 128), "sha512": (64, 128)}
algorithms_available = algorithms_guaranteed = set(_SIZES)
__all__ = [*_SIZES, "new", "algorithms_guaranteed", "algorithms_available"]


class HASH:
    """A digest of what it was fed so far."""

    __module__ = "_hashlib"

    def __init__(self, name, data):
        self.name = name
        self.digest_size, self.block_size = _SIZES[name]
        self._data = b""
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError("object supporting the buffer API required")
        self._data += bytes(data)

    def digest(self):
        return _digest(self.name, self._data)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return HASH(self.name, self._data)

    def __repr__(self):
        return f"<{self.name} {type(self).__module__}.HASH object @ {hex(id(self))}>"


def new(name, data=b"", *, usedforsecurity=True):
    if name.lower() not in _SIZES:
        raise ValueError(f"unsupported hash type {name}")
    return HASH(name.lower(), data)


def md5(data=b"", *, usedforsecurity=True):
    return HASH("md5", data)


def sha1(data=b"", *, usedforsecurity=True):
    return HASH("sha1", data)


def sha224(data=b"", *, usedforsecurity=True):
    return HASH("sha224", data)


def sha256(data=b"", *, usedforsecurity=True):
    return HASH("sha256", data)


def sha384(data=b"", *, usedforsecurity=True):
    return HASH("sha384", data)


def sha512(data=b"", *, usedforsecurity=True):
    return HASH("sha512", data)
