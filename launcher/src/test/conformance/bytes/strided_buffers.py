# Views that take every second byte, or go backwards, of what a class's __buffer__ shows.
class Shown:
    def __init__(self, view):
        self.view = view

    def __buffer__(self, flags):
        return self.view


DATA = bytes(range(48, 64))
views = {
    "plain": memoryview(DATA),
    "part": memoryview(DATA)[3:9],
    "every second": memoryview(DATA)[::2],
    "backwards": memoryview(DATA)[::-1],
    "part backwards": memoryview(DATA)[10:2:-3],
    "shorts": memoryview(DATA).cast("H"),
    "table": memoryview(DATA).cast("B", (4, 4)),
    "every second short": memoryview(DATA).cast("H")[::2],
    "empty": memoryview(DATA)[5:5],
    "one": memoryview(DATA)[5:6],
}


def one(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return "%s: %s" % (type(e).__name__, e)


for name, v in views.items():
    s = Shown(v)
    print(name, one(bytes, v), one(bytes, s), one(lambda: memoryview(s).tobytes()), one(lambda: memoryview(s).tolist()), one(bytearray, s))
    print(" ", one(lambda: memoryview(s)[0]), one(lambda: memoryview(s)[-1]), one(lambda: memoryview(s)[1:3].tobytes()), one(lambda: memoryview(s)[::-1].tobytes()), one(lambda: memoryview(memoryview(s)).tobytes()))
    print(" ", one(lambda: b"".join([v, v])), one(lambda: memoryview(s) == v), one(lambda: v == DATA), one(lambda: memoryview(s).contiguous), one(lambda: memoryview(s).hex()), one(lambda: int.from_bytes(s, "big")))
    print(" ", one(lambda: b"0" in memoryview(s)), one(lambda: memoryview(s).tobytes("F")), one(lambda: (memoryview(s).shape, memoryview(s).strides)), one(lambda: bytearray(b"ab").__iadd__(v)), one(lambda: b"x" + v), one(lambda: DATA.find(v)), one(lambda: DATA.startswith(v)))
target = bytearray(DATA)
m = memoryview(target)[::2]
s = Shown(m)
w = memoryview(s)
w[0] = 65
w[1:3] = b"BC"
print(target, w.readonly)
w[::-1][0] = 90
print(target)
print(one(lambda: w.__setitem__(slice(0, 2), b"abc")), one(lambda: w.__setitem__(99, 1)))


class Told(Shown):
    def __release_buffer__(self, view):
        print("released", view is self.view, one(view.tobytes))
        self.kept = view


for name in ("plain", "part", "every second", "backwards", "table"):
    s = Told(views[name])
    print(name, one(bytes, s), one(bytearray, s), one(lambda: s.kept.tobytes()))
    with memoryview(s) as m:
        print(m.tolist(), m.shape, m.strides, m.contiguous)
    m = memoryview(s)
    other = memoryview(m)
    m.release()
    print("one is left", one(m.tobytes), one(other.tobytes))
    other.release()
    print(one(other.tobytes), one(views[name].tobytes))
