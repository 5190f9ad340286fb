"""marshal: references, versions, recursion, limits, damaged data, files."""
import io
import marshal


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


# Shared and recursive containers keep their shape.
inner = ["spam", 1.5]
shared = (inner, inner, {"k": inner}, frozenset({"spam"}))
for version in range(5):
    again = marshal.loads(marshal.dumps(shared, version))
    print(version, again == shared, again[0] is again[1], again[0] is again[2]["k"])
loop = [1]
loop.append(loop)
again = marshal.loads(marshal.dumps(loop))
print(again[1] is again, len(again))
table = {"a": 1}
table["self"] = table
again = marshal.loads(marshal.dumps(table))
print(again["self"] is again, list(again))
knot = ([],)
knot[0].append(knot)
again = marshal.loads(marshal.dumps(knot))
print(again[0][0] is again)
print(attempt(marshal.dumps, loop, 2))

# Old versions write floats as text, and no interned strings.
for value in (1.5, -0.0, 1e300, float("inf"), 0.1, 3 + 4j, -1e-310j):
    for version in (0, 1, 2):
        data = marshal.dumps(value, version)
        print(version, data, marshal.loads(data) == value)
print(marshal.dumps("\xe9\ud800", 2), marshal.dumps(b"ab", 2), marshal.dumps([1, (2,)], 2))
print(marshal.dumps(2**40, 1), marshal.dumps(-(2**65), 1), marshal.dumps(-1, 2))
print(marshal.dumps({1: None, "x": ...}, 2))
print(marshal.dumps({3, 1, 2}, 2), marshal.dumps(frozenset("cab"), 2))
print(marshal.loads(marshal.dumps(StopIteration)), marshal.version)

# Only the types themselves can be written, and what has a buffer.
for kind in (int, float, complex, tuple, list, dict, set, frozenset, str):
    print(kind.__name__, attempt(marshal.dumps, type("Sub", (kind,), {})()))
print(marshal.loads(marshal.dumps(bytearray(b"xy"))), marshal.loads(marshal.dumps(memoryview(b"z"))))
print(attempt(marshal.dumps, object()), attempt(marshal.dumps, [len]))

# Limits.
deep = last = []
for _ in range(1998):
    last.append([0])
    last = last[-1]
print(len(marshal.loads(marshal.dumps(deep))))
last.append([0])
print(attempt(marshal.dumps, deep))
for start in (b")\x01", b"(\x01\0\0\0", b"[\x01\0\0\0", b"{N", b">\x01\0\0\0", b"<\x01\0\0\0"):
    print(start, attempt(marshal.loads, start * 3000 + b"N"))

# Damaged data.
for data in (
    b"",
    b"0",
    b"?",
    b"i\x01",
    b"l\x02\0\0\0\0\0\0\0",
    b"l\x01\0\0\0\xff\xff",
    b"r\0\0\0\0",
    b"\xbe\x01\0\0\0r\0\0\0\0",
    b"[\xff\xff\xff\xff",
    b"(\xff\xff\xff\x80",
    b"s\xff\xff\xff\xff",
    b"[\x02\0\0\0N0",
    b"f\x03abc",
    b"z\x05abc",
    b"\xdb\x01\0\0\0r\0\0\0\0",
):
    print(data, attempt(marshal.loads, data))

# Files give what the format asks for, and no more.
file = io.BytesIO()
for value in (1, "abc", (2.5, None), [True]):
    marshal.dump(value, file)
    file.write(b"--")
file.seek(0)
for _ in range(4):
    print(marshal.load(file), file.read(2), end=" ")
print(attempt(marshal.load, file))


class Greedy(io.BytesIO):
    def readinto(self, buffer):
        return super().readinto(buffer) + 7


print(attempt(marshal.load, Greedy(marshal.dumps("word"))))
print(attempt(marshal.load, io.StringIO("text")))
print(attempt(marshal.loads, "text"))

# Code objects come back equal, and share their file's name.
code = compile("def f(a, *, b=1):\n    return [a, b, {'k': (1.5, None)}]\n", "some.py", "exec")
again = marshal.loads(marshal.dumps(code))
names = {}
exec(again, names)
function = next(each for each in again.co_consts if hasattr(each, "co_name"))
print(again == code, names["f"](3), function.co_filename is again.co_filename)
pair = marshal.loads(marshal.dumps((code, code)))
print(pair[0] is pair[1])
