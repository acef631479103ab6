#: text in memory
import io

out = io.StringIO()
print(out.write("hello "), out.tell())
print("printed", 1, 2, sep="-", file=out)
out.writelines(["a\n", "b"])
print(repr(out.getvalue()), out.tell())
out.seek(0)
print(repr(out.read(5)), repr(out.readline()), out.readlines(), repr(out.read()))
out.seek(6)
print(out.write("XY"), repr(out.getvalue()))
out.seek(0, io.SEEK_END)
out.write("!")
print(out.truncate(8), repr(out.getvalue()), out.tell())
#: lines
import io

text = io.StringIO("one\ntwo\n\nfour")
print([line for line in text], next(text, "end"))
text.seek(4)
print(text.readline(), text.readline(2) == "\n", text.readable(), text.writable(), text.seekable())
with io.StringIO("a,b\nc,d") as rows:
    print([row.strip().split(",") for row in rows])
print(rows.closed)
#: bytes in memory
import io

data = io.BytesIO(b"abc\ndef")
print(data.read(2), data.readline(), data.read(), data.read(), data.tell())
data.seek(-2, io.SEEK_END)
data.write(b"XYZ")
print(data.getvalue(), data.seek(1), data.seek(2, io.SEEK_CUR))
data.seek(12)
data.write(b"!")
print(data.getvalue(), list(io.BytesIO(b"1\n2")))
#: errors
import io

closed = io.StringIO("x")
closed.close()
for call in (
    lambda: closed.read(),
    lambda: closed.write("y"),
    lambda: io.StringIO().write(b"bytes"),
    lambda: io.BytesIO().write("text"),
    lambda: io.StringIO(1),
    lambda: io.StringIO().seek(-1),
    lambda: io.StringIO("a").seek(1, 1),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
