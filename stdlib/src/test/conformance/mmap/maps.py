import mmap
import os
import tempfile


def shown(call, *args):
    try:
        return call(*args)
    except Exception as e:
        return type(e).__name__, str(e)


m = mmap.mmap(-1, 64)
print(len(m), m[0], m[:4], m.tell(), shown(m.size), m.closed)
m[:5] = b"hello"
m[5] = 33
print(m[:8], m[5], m[-1], m[4::-1], m[0:6:2])
print(m.find(b"l"), m.rfind(b"l"), m.find(b"l", 3), m.find(b"z"), m.find(b"o", 0, 4), m.find(b""))
print(m.read(3), m.tell(), m.read_byte(), m.readline()[:4], m.tell())
m.seek(10)
print(m.write(b"abc\ndef"), m.tell())
m.seek(-54, 2)
print(m.readline(), m.read(3), m.tell())
m.move(20, 10, 7)
print(m[20:27])
m.write_byte(7)
print(m[13], list(m)[:3])
print(bytes(memoryview(m)[:5]), b"hello" in bytes(m))
v = memoryview(m)
v[0] = 72
print(m[:5])
v.release()
print(repr(m))
for call, args in [
    (m.seek, (65,)), (m.seek, (-1,)), (m.seek, (0, 9)), (m.write, (b"x" * 65,)), (m.write_byte, (256,)),
    (m.move, (60, 0, 10)), (m.__getitem__, (64,)), (m.__getitem__, ("a",)), (m.__setitem__, (0, 256)),
    (m.__setitem__, (0, "a")), (m.__setitem__, (slice(0, 2), b"abc")), (m.flush, (70, 1)), (m.read, ("x",)),
]:
    print(call.__name__, args, shown(call, *args))
m.resize(128)
print(len(m), m[:5])
m.close()
print(m.closed, repr(m), shown(len, m), shown(m.read), shown(m.__getitem__, 0))
with mmap.mmap(-1, 10) as inner:
    inner.write(b"0123456789")
    print(shown(inner.write_byte, 1), shown(inner.read_byte))
print(inner.closed)

with tempfile.TemporaryFile() as f:
    f.write(b"x" * 10000)
    f.flush()
    with mmap.mmap(f.fileno(), 0) as m:
        print(len(m), m.size())
        m[100:103] = b"abc"
        m.flush()
        f.seek(98)
        print(f.read(7))
        m.resize(5000)
        print(len(m), os.fstat(f.fileno()).st_size)
    with mmap.mmap(f.fileno(), 100, access=mmap.ACCESS_READ) as m:
        print(m[98:104], shown(m.__setitem__, 0, 1), shown(m.write, b"a"), shown(m.resize, 10), repr(m))
        print(memoryview(m).readonly)
    with mmap.mmap(f.fileno(), 200, access=mmap.ACCESS_COPY) as m:
        m[0] = 65
        f.seek(0)
        print(m[0], f.read(1), shown(m.resize, 10))
    with mmap.mmap(f.fileno(), 100, offset=mmap.ALLOCATIONGRANULARITY) as m:
        print(len(m), repr(m).replace(str(mmap.ALLOCATIONGRANULARITY), "G"))
    print(shown(mmap.mmap, f.fileno(), 6000), shown(mmap.mmap, f.fileno(), -1))
    print(shown(mmap.mmap, f.fileno(), 10, mmap.MAP_PRIVATE, mmap.PROT_READ, mmap.ACCESS_READ))
    m = mmap.mmap(f.fileno(), 100, prot=mmap.PROT_READ)
    print(shown(m.__setitem__, 0, 1))
    m.madvise(mmap.MADV_SEQUENTIAL)
    print(shown(m.madvise, mmap.MADV_NORMAL, 100), shown(m.madvise, mmap.MADV_NORMAL, 0, -1))
    m.close()
with tempfile.TemporaryFile() as f:
    print(shown(mmap.mmap, f.fileno(), 0))
print(shown(mmap.mmap, 12345, 10)[0], mmap.error is OSError)


class Named(mmap.mmap):
    pass


n = Named(-1, 8)
n.label = "free"
print(n.label, len(n), isinstance(n, mmap.mmap))
