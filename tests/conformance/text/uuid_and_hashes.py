#: uuids
import uuid

u = uuid.UUID("12345678-1234-5678-9234-567812345678")
print(u, repr(u), u.hex, u.int, u.urn, u.bytes, u.version, u.variant, u.fields, u.node, u.time_low, u.clock_seq)
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "http://python.org/"), uuid.uuid5(uuid.NAMESPACE_DNS, "x").version)
print(uuid.UUID(int=5), uuid.UUID(bytes=bytes(range(16))), uuid.UUID("{12345678123456789234567812345678}") == u, uuid.UUID(bytes_le=u.bytes_le) == u)
print(uuid.UUID(int=5) < u, len({u, uuid.UUID(str(u))}), int(uuid.NIL), uuid.MAX)
r = uuid.uuid4()
print(r.version, r.variant, len(str(r)), r != uuid.uuid4(), isinstance(r, uuid.UUID), uuid.uuid1().version, uuid.uuid7().version)
for call in (lambda: uuid.UUID("xyz"), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(bytes=b"1"), lambda: setattr(u, "int", 1)):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
#: digests
import hashlib

print(hashlib.md5(b"hello").hexdigest(), hashlib.sha1(b"").hexdigest())
print(hashlib.sha256(b"hello").hexdigest(), hashlib.sha224(b"a").hexdigest())
print(hashlib.sha512(b"hello").hexdigest()[:32], hashlib.sha384(b"x").digest()[:4])
h = hashlib.sha256()
h.update(b"hel")
h.update(b"lo")
print(h.hexdigest() == hashlib.sha256(b"hello").hexdigest(), h.name, h.digest_size, h.block_size, hashlib.new("md5", b"a").hexdigest(), h.copy().digest() == h.digest())
try:
    hashlib.sha256("text")
except TypeError as error:
    print(error)
#: base64
import base64

for data in (b"", b"a", b"ab", b"abc", b"hello world", bytes(range(250, 256))):
    encoded = base64.b64encode(data)
    print(encoded, base64.b64decode(encoded), base64.urlsafe_b64encode(data), base64.b32encode(data), base64.b16encode(data))
print(base64.b64decode("aGVs\nbG8="), base64.urlsafe_b64decode("-_-_"), base64.b32decode("MFRGG==="), base64.b16decode("6162"))
for call in (
    lambda: base64.b64decode("a"),
    lambda: base64.b64decode("aGVsbG8"),
    lambda: base64.b64encode("text"),
    lambda: base64.b64decode("a$b=", validate=True),
    lambda: base64.b16decode("zz"),
):
    try:
        print(call())
    except Exception as error:
        print(type(error), error)
#: secrets
import secrets

print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), type(secrets.token_urlsafe()), 0 <= secrets.randbelow(10) < 10)
print(secrets.choice([7]), secrets.compare_digest("a", "a"), secrets.token_hex(4) != secrets.token_hex(4))
