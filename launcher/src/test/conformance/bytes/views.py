# Views: what they lock, dimensions, formats, comparison, errors.
import array
import io


def show(label, action):
    try:
        print(label, action())
    except Exception as error:
        print(label, type(error).__name__, error)


def do(action, *args):
    action(*args)
    return "done"


b = bytearray(b"0123456789")
m = memoryview(b)
show("append", lambda: b.append(1))
show("extend", lambda: b.extend(b"xy"))
show("extend with nothing", lambda: b.extend(b""))
show("pop", lambda: b.pop())
show("remove", lambda: b.remove(48))
show("insert", lambda: b.insert(0, 1))
show("clear", lambda: b.clear())
show("del item", lambda: do(b.__delitem__, 0))
show("del slice", lambda: do(b.__delitem__, slice(0, 4, 2)))
show("longer slice", lambda: do(b.__setitem__, slice(0, 2), b"abc"))
show("same length", lambda: do(b.__setitem__, slice(0, 2), b"ab"))
show("iadd", lambda: b.__iadd__(b"z"))
show("imul", lambda: b.__imul__(2))
show("reverse", lambda: b.reverse())
print(b, m.tobytes())
part = m[2:5]
m.release()
show("part still looks", lambda: b.append(1))
part.release()
show("nobody looks", lambda: b.append(33))
with memoryview(b) as m, m[1:] as n:
    show("inside", lambda: b.append(1))
show("after", lambda: b.append(34))
print(b)
memoryview(b)[3:]
show("a dropped view", lambda: b.append(35))

a = array.array("i", [1, 2, 3])
m = memoryview(a)
show("array append", lambda: a.append(4))
show("array pop", lambda: a.pop())
show("array del", lambda: do(a.__delitem__, 0))
show("array slice", lambda: do(a.__setitem__, slice(0, 1), array.array("i", [7])))
show("array byteswap", lambda: a.byteswap())
a.byteswap()
m[1] = -5
print(a, m.format, m.itemsize, m.nbytes, m.shape, m.strides)
m.release()
show("array free", lambda: a.append(4))

f = io.BytesIO(b"abcdef")
g = f.getbuffer()
g[0] = 90
show("write", lambda: f.write(b"x"))
show("truncate", lambda: f.truncate(2))
show("close", lambda: f.close())
print(f.getvalue())
g.release()
show("write", lambda: f.write(b"x"))

data = bytearray(range(24))
m = memoryview(data).cast("B", (2, 3, 4))
print(m.ndim, m.shape, m.strides, len(m), m.nbytes, m.contiguous, m.c_contiguous, m.f_contiguous)
print(m.tolist())
print(m[1, 2, 3], m[-1, 0, -4])
m[0, 1, 2] = 200
print(data[6], m.tobytes("F"), m.tobytes("A") == m.tobytes())
for key in [0, (0,), (0, 0), (0, 0, 0, 0), (2, 0, 0), (0, 3, 0), (0, 0, -5), "a", 1.5,
            (slice(0, 1), slice(0, 1)), (slice(0, 1), 0), (), ...]:
    show("get %r" % (key,), lambda: m[key])
    show("set %r" % (key,), lambda: do(m.__setitem__, key, 1))
half = m[1:]
print(half.shape, half.tolist())
show("slice set", lambda: do(m.__setitem__, slice(0, 1), b"a"))
show("flat", lambda: m.cast("B").shape)
show("flat ints", lambda: m.cast("I").tolist())
show("again", lambda: m.cast("B", (4, 6)))
for args in [("B", (5, 5)), ("B", (0, 24)), ("B", (-1, -24)), ("B", 24), ("B", ("a",)), ("i", [3, 2]), ("zz",), ("@h",), ("q", (3,)), ("B", ()),
             ("B", [1] * 65)]:
    show("cast %r" % (args,), lambda: memoryview(data).cast(*args).shape)
zero = memoryview(b"\x07").cast("B", ())
print(zero.ndim, zero.shape, zero[()], zero.tolist(), zero.nbytes, zero[...] == zero)
show("zero len", lambda: len(zero))
show("zero index", lambda: zero[0])
show("strided cast", lambda: memoryview(data)[::2].cast("h"))
show("between formats", lambda: memoryview(a).cast("h"))

for code in "bBhHiIlLqQnNefd?c":
    view = memoryview(bytearray(16)).cast(code)
    for value in [1, -1, 300, 2**40, 2**70, 1.5, "a", b"a", b"ab", None, True]:
        show("%s %r" % (code, value), lambda: (do(view.__setitem__, 0, value), view[0])[1])

x = memoryview(b"abc")
print(x == b"abc", x == bytearray(b"abc"), x == "abc", x != b"abd", x == array.array("B", b"abc"), x == array.array("i", b"abcd"))
print(memoryview(array.array("i", [1, 2])) == array.array("d", [1.0, 2.0]), memoryview(array.array("d", [float("nan")])) == array.array("d", [float("nan")]))
print(x == x.cast("c"), x == x.cast("B", (3, 1)), x[::-1] == b"cba", x[::2].tobytes())
show("order", lambda: x < b"abd")
show("order", lambda: b"abd" >= x)
print(hash(x) == hash(b"abc"), x.hex("-"), x.hex(b"\0"), x[::2].hex())
show("hash", lambda: hash(memoryview(data)))
show("hash ints", lambda: hash(memoryview(bytes(8)).cast("i")))
r = memoryview(data).toreadonly()
print(r.readonly, memoryview(r).readonly, r[1:].readonly)
show("read only", lambda: do(r.__setitem__, 0, 1))
show("del", lambda: do(memoryview(data).__delitem__, 0))
show("del ro", lambda: do(r.__delitem__, 0))
w = memoryview(data)
w[0:4] = b"wxyz"
w[4:8] = w[0:4]
w[::-6] = b"1234"
print(bytes(data))
show("too long", lambda: do(w.__setitem__, slice(0, 2), b"abc"))
show("other format", lambda: do(w.__setitem__, slice(0, 4), array.array("i", [1])))
w.release()
w.release()
for action in [len, bytes, lambda w: w[0], lambda w: w.format, lambda w: w.tolist(), lambda w: w.shape, lambda w: w[1:], lambda w: w.cast("B"), memoryview, hash,
               lambda w: w.toreadonly(), lambda w: w.__enter__(), lambda w: w.nbytes]:
    show("released", lambda: action(w))
print(w == w, w == memoryview(data), str(w)[:17])


class Window:
    def __init__(self, data):
        self.data = data

    def __buffer__(self, flags):
        return memoryview(self.data)


print(memoryview(Window(b"xyz")).tobytes(), memoryview(b"a").__buffer__(0)[0], array.array("b", [5]).__buffer__(0)[0])
show("bad buffer", lambda: memoryview(Window("xyz")))

for shape in (None, (0,), (1,), (2, 0), (4,), (2, 2)):
    for view in (memoryview(b""), memoryview(b"abcd")[2:2], memoryview(b"abcd"), memoryview(b"abcd").cast("B", (2, 2))):
        for format in "Bi":
            show((shape, view.shape, format), lambda: (view.cast(format) if shape is None else view.cast(format, shape)).tolist())
