def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)

b = b"hello world"
print(b, b[0], b[-1], b[1:4], b[::-2], len(b), b + b"!", b * 2, 2 * b, b"wor" in b, 104 in b, hash(b) == hash(b"hello " + b"world"), list(b[:3]), b == bytearray(b), b < b"i")
print(b.find(b"o"), b.rfind(b"o"), b.find(b"zz"), b.find(111, 5), b.count(b"l"), b.count(b""), b.index(b"w"), b.startswith(b"he"), b.endswith((b"x", b"ld")), b.replace(b"l", b"LL", 2), b.replace(b"", b"-"))
print(b.split(), b.split(b"o"), b.split(b"o", 1), b.rsplit(b"o", 1), b" a  b ".split(None, 1), b" a  b ".rsplit(None, 1), b"a\nb\r\nc\r".splitlines(), b"a\nb\r\nc".splitlines(True), b.partition(b" "), b.rpartition(b"q"), b",".join([b"a", bytearray(b"b")]))
print(b"  x ".strip(), b"xxay".lstrip(b"x"), b"ayy".rstrip(b"y"), b"a".center(6, b"*"), b"a".ljust(3) + b"|", b"a".rjust(3), b"-5".zfill(5), b"a\tb".expandtabs(4), b"prefix".removeprefix(b"pre"), b"prefix".removesuffix(b"fix"))
print(b.upper(), b.title(), b.capitalize(), b"aB".swapcase(), b.isalpha(), b"ab1".isalnum(), b"12".isdigit(), b" \t".isspace(), b"AB".isupper(), b"ab".islower(), b"Ab Cd".istitle(), b"\xff".isascii())
print(b.translate(bytes.maketrans(b"lo", b"01")), b.translate(None, b"lo"), b.hex(), b.hex(":"), b.hex("-", 2), b.hex("-", -4), bytes.fromhex("de ad BE ef"))
print(bytes(3), bytes([1, 2, 255]), bytes("h\u00e9", "utf-8"), bytes(bytearray(b"x")), bytes(), bytes(range(4)), b"\x00\t\n\r\\'\"\x7f\xff", b'it\'s', b'"')
for f in (lambda: bytes("a"), lambda: bytes(-1), lambda: bytes([256]), lambda: bytes(None), lambda: bytes(1.5), lambda: bytes(1, "utf-8"), lambda: b + "x", lambda: b[20], lambda: b["a"], lambda: b.split(b""), lambda: b"".join(["a"]), lambda: b"".join(1), lambda: b.index(b"q"), lambda: b.find("x"), lambda: bytes.fromhex("zz"), lambda: bytes.fromhex("abc"), lambda: b < "a", lambda: "a" in b, lambda: 300 in b, lambda: b.startswith("x"), lambda: b.center(5, b"ab"), lambda: b.translate(b"x")):
    show(f)
print(b"%d %s %x %c %a %r %5.1f|%-4b|" % (1, b"s", 255, 65, "\u00e9", b"q", 2.25, b"z"), b"%(k)d" % {b"k": 3})
show(lambda: b"%s" % "x")
show(lambda: b"%d" % "x")

a = bytearray(b"abc")
a.append(100); a.extend(b"ef"); a.extend([103]); a += b"h"; a.insert(0, 64); print(a, len(a), a.pop(), a.pop(0), a)
a[1] = 66; a[2:4] = b"XYZ"; print(a); del a[0]; del a[::2]; print(a); a[:] = b"12345678"; a[::2] = b"abcd"; print(a); a.reverse(); print(a, a.copy(), a == b"8d7", a[1:3], a.remove(100), a); a *= 2; print(a); a.clear(); print(a, bytearray(2), bytearray("x", "ascii"), type(a[:]), bytearray(b"x") + b"y", b"y" + bytearray(b"x"))
for f in (lambda: a.pop(), lambda: a.append(256), lambda: a.append("x"), lambda: a.remove(1), lambda: a.__setitem__(0, 1), lambda: hash(a), lambda: a.extend("x"), lambda: a.extend(5), lambda: bytearray(b"abc").pop(10), lambda: bytearray(b"abcd").__setitem__(slice(None, None, 2), b"x")):
    show(f)
class B(bytes):
    pass
x = B(b"sub")
print(x, type(x), type(x + b"!"), type(x[:]), type(x.upper()), x == b"sub", B.fromhex("61"), type(B.fromhex("61")), type(bytes(x)))
class BB(bytearray):
    pass
y = BB(b"q"); y.tag = 1
print(y, y.tag, type(y + b"x"), y[0])

m = memoryview(b"abcdef")
print(m[0], m[-1], bytes(m[1:3]), m[::2].tolist(), m.tobytes(), len(m), m.readonly, m.itemsize, m.format, m.shape, m.strides, m.nbytes, m == b"abcdef", m[1:] == m[1:], m.obj, m.contiguous, m[::2].contiguous, hash(m) == hash(b"abcdef"), m.ndim)
data = bytearray(range(8))
v = memoryview(data)
v[0] = 255; v[1:3] = b"xy"; print(data, v.cast("H").tolist(), v.cast("i")[0], v.cast("Q").tolist() == [int.from_bytes(data, "little")], list(v.cast("b")))
c = v.cast("d"); c[0] = 1.5; print(data, c[0], v.hex())
with memoryview(b"zz") as w:
    print(w[0])
for f in (lambda: w[0], lambda: m.__setitem__(0, 1), lambda: v[10], lambda: v.__setitem__(0, 300), lambda: v.__setitem__(0, "a"), lambda: memoryview(5), lambda: v[:3].cast("H"), lambda: v.cast("zz"), lambda: v.__setitem__(slice(0, 2), b"xyz"), lambda: hash(v)):
    show(f)
print(bytes(m), bytearray(m[2:]), b"".join([m, v[:1]]), int(memoryview(b"12")), b"x" + m[:1])
print("h\u00e9\u20ac\U0001F600".encode(), "\u20ac".encode("utf-16"), "a\U0001F600".encode("utf-16-be"), "\u20ac".encode("utf-32-le"), "\u00e9".encode("latin-1"), "a".encode("utf-8-sig"), "\u00e9\u20ac".encode("ascii", "replace"), "\u00e9".encode("ascii", "ignore"), "\u00e9\u20ac\U0001F600".encode("ascii", "backslashreplace"), "\u20ac".encode("ascii", "xmlcharrefreplace"), "\u00e9".encode("ascii", "namereplace"), "\udc80a".encode("utf-8", "surrogateescape"), "\ud800".encode("utf-8", "surrogatepass"))
print(b"h\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80".decode(), b"\xff\xfea\x00".decode("utf-16"), b"\x00a".decode("utf-16-be"), b"\xe9".decode("latin-1"), b"a\xffb\xe2\x82".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"), repr(b"a\xff".decode("utf-8", "surrogateescape")), b"\xe2\x82z".decode("utf-8", "backslashreplace"), b"\xef\xbb\xbfx".decode("utf-8-sig"), str(b"abc", "ascii"))
for f in (lambda: "a".encode("nope"), lambda: b"a".decode("nope"), lambda: "\u00e9".encode("ascii", "wat"), lambda: str(b"a", 5), lambda: str("a", "utf-8"), lambda: str(5, "utf-8")):
    show(f)
for f in (lambda: "a\u20ac\u20acb".encode("ascii"), lambda: "\u20ac".encode("latin-1"), lambda: "\ud800".encode(), lambda: b"\xff".decode(), lambda: b"\xe2\x82".decode(), lambda: b"\xe2\x28\xa1".decode(), lambda: b"\xff".decode("ascii"), lambda: b"a".decode("utf-16")):
    try:
        f()
    except UnicodeError as e:
        print(type(e).__name__, e.args)

# What a source, an encoding and a policy may be given together.
for make in bytes, bytearray:
    for args, kwargs in (
        ((), {"encoding": "utf8"}), ((), {"errors": "strict"}), ((), {"encoding": "utf8", "errors": "strict"}), ((5,), {"encoding": "utf8"}),
        ((5,), {"errors": "strict"}), (("a",), {"errors": "strict"}), (("a",), {}), (("a", "utf8"), {}), (("\xe9", "ascii", "replace"), {}),
        ((b"a", "utf8"), {}), (([1], ), {"errors": "x"}), ((None,), {}), ((3.5,), {}), ((-1,), {}), (([256],), {}), (([-1],), {}),
        ((["a"],), {}), (("a", 5), {}), (("a", "utf8", 5), {}), ((1 << 70,), {}), ((True,), {}), ((), {"source": "a", "encoding": "utf-16-le"}),
    ):
        try:
            print(make.__name__, args, kwargs, make(*args, **kwargs))
        except Exception as error:
            print(make.__name__, args, kwargs, type(error).__name__, error)
