"""base64: bytes as letters and digits, 16, 32 or 64 of them."""

__all__ = [
    "b16decode", "b16encode", "b32decode", "b32encode", "b64decode", "b64encode",
    "standard_b64decode", "standard_b64encode", "urlsafe_b64decode", "urlsafe_b64encode",
]  # fmt: skip

_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ALPHABET_64 = _LETTERS + _LETTERS.lower() + b"0123456789+/"
_ALPHABET_32 = _LETTERS + b"234567"


class Error(ValueError):
    __module__ = "binascii"


def _data(s):
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    raise TypeError(f"a bytes-like object is required, not '{type(s).__name__}'")


def _text_or_data(s):
    if not isinstance(s, str):
        return _data(s)
    try:
        return s.encode("ascii")
    except UnicodeEncodeError:
        raise ValueError("string argument should contain only ASCII characters") from None


def _encode(data, alphabet, bits, group, letters):
    """`group` bytes at a time become as many `letters` of so many bits, the last ones padded with `=`."""
    out = bytearray()
    for at in range(0, len(data), group):
        part = data[at : at + group]
        number = int.from_bytes(part + bytes(group - len(part)), "big")
        used = -(-8 * len(part) // bits)
        for place in range(used):
            out.append(alphabet[number >> bits * (letters - 1 - place) & (1 << bits) - 1])
        out.extend(b"=" * (letters - used))
    return bytes(out)


def b64encode(s, altchars=None):
    encoded = _encode(_data(s), _ALPHABET_64, 6, 3, 4)
    return encoded if altchars is None else encoded.replace(b"+", altchars[:1]).replace(b"/", altchars[1:])


def b64decode(s, altchars=None, validate=False):
    data = _text_or_data(s)
    if altchars is not None:
        altchars = _text_or_data(altchars)
        data = data.replace(altchars[:1], b"+").replace(altchars[1:], b"/")
    out = bytearray()
    values = []
    padding = 0
    for at, letter in enumerate(data):
        value = _ALPHABET_64.find(letter)
        if letter == 61:
            padding += 1
            if len(values) >= 2 and len(values) + padding >= 4:
                break
        elif value >= 0:
            if validate and padding:
                raise Error("Discontinuous padding not allowed")
            padding = 0
            values.append(value)
            if len(values) == 4:
                out.extend(_joined(values, 3))
                values = []
        elif validate:
            raise Error("Only base64 data is allowed")
    if len(values) == 1:
        count = len(out) // 3 * 4 + 1
        raise Error(f"Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4")
    if values:
        if len(values) + padding < 4:
            raise Error("Incorrect padding")
        out.extend(_joined(values + [0] * (4 - len(values)), 3)[: len(values) - 1])
    return bytes(out)


def _joined(values, length):
    number = 0
    for value in values:
        number = number << 6 | value
    return number.to_bytes(length, "big")


standard_b64encode = b64encode


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def b32encode(s):
    return _encode(_data(s), _ALPHABET_32, 5, 5, 8)


def b32decode(s, casefold=False):
    data = _text_or_data(s)
    data = data.upper() if casefold else data
    if len(data) % 8:
        raise Error("Incorrect padding")
    letters = data.rstrip(b"=")
    if len(data) - len(letters) not in (0, 1, 3, 4, 6):
        raise Error("Incorrect padding")
    number = 0
    for letter in letters:
        value = _ALPHABET_32.find(letter)
        if value < 0:
            raise Error("Non-base32 digit found")
        number = number << 5 | value
    size = len(letters) * 5 // 8
    return (number >> len(letters) * 5 - size * 8).to_bytes(size, "big")


def b16encode(s):
    return _data(s).hex().upper().encode("ascii")


def b16decode(s, casefold=False):
    data = _text_or_data(s)
    data = data.upper() if casefold else data
    if any(letter not in b"0123456789ABCDEF" for letter in data):
        raise Error("Non-base16 digit found")
    if len(data) % 2:
        raise Error("Odd-length string")
    return bytes.fromhex(data.decode("ascii"))
