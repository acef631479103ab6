#: values
import json

print(json.loads('{"a": [1, 2.5, -3e2, true, false, null], "b": {"c": "d"}}'))
print(json.loads(" [ 1 , 2 ] "), json.loads('"x"'), json.loads("-0"), json.loads("-0.0"), json.loads("12345678901234567890123"))
print(json.loads('{"a": 1, "a": 2}'), json.loads(b'["bytes"]'), json.loads(bytearray(b"{}")))
print(json.loads("[NaN, Infinity, -Infinity, 1E400, 1.0]"))
print(json.loads(r'"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00"'))
print(json.loads('["a\tb"]', strict=False))
#: hooks
import json

print(json.loads('{"a": {"b": 1}, "c": [{}]}', object_hook=lambda d: (len(d), d)))
print(json.loads('{"b": 1, "a": {"c": 2}}', object_pairs_hook=list))
print(json.loads("[1, 1.50, NaN]", parse_int=float, parse_float=str, parse_constant=lambda name: "<" + name + ">"))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


def point(d):
    return Point(**d) if d.keys() == {"x", "y"} else d


print(json.loads('{"points": [{"x": 1, "y": 2}, {"x": 3, "y": 4}], "n": {"z": 0}}', object_hook=point))
#: messages
import json

texts = [
    "", "{", "[1,]", '{"a":}', '{"a" 1}', "{a:1}", '{"a":1,}', "[1 2]", "nul", '"abc', '"a\nb"', r'"\x"', r'"\u12"',
    "1 2", "-", "01", "1.", "[", "[1", '{"a"', '{"a":1', '{"a":1 "b":2}', "{1:2}", "{,}", "[,]", "{'a': 1}",
    '{\n  "a": 1,\n  "b": oops\n}', '["é", x]', "\ufeff[]", "undefined", "\\",
]
for text in texts:
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error)
#: the error object
import json

try:
    json.loads('{"a":\n 1 2}')
except ValueError as error:
    print(type(error), error.msg, error.pos, error.lineno, error.colno, repr(error.doc))
    print(repr(error), error.args)
for wrong in (None, 1, ["[1]"]):
    try:
        json.loads(wrong)
    except TypeError as error:
        print(error)
#: a decoder of its own
import json


class Upper(json.JSONDecoder):
    def decode(self, s):
        return {key.upper(): value for key, value in super().decode(s).items()}


print(json.loads('{"a": 1, "b": 2}', cls=Upper))
decoder = json.JSONDecoder()
print(decoder.raw_decode('{"a": 1} and more'), decoder.decode(" [1] "))
text = '1 "two" [3]'
at = 0
while at < len(text):
    value, at = decoder.raw_decode(text, at)
    print(value, at)
    at += 1
#: uncaught
import json

print("before")
json.loads('{"name": "Ada",}')
