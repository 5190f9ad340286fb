def show(f, *args):
    try:
        print(repr(f(*args)))
    except Exception as e:
        print(type(e).__name__, e)

for v in (0, 1, -1, 42, 1234567, -1234567, 2**70, True):
    for s in ("", "d", "5", "<8", ">8", "^8", "=8", "+", " ", "-", "08", "+08d", "*^12", ",", "_", "x", "#x", "#X", "o", "#o", "b", "#b", "_x", "_b", "#_x", "010,", "09,", "08_d", "#010x", "e", ".2f", "%", "g", "n", "c" if 0 < v < 1000 else "d", "x<6", "0<6", "0>6", "012_x", "<08"):
        show(format, v, s)
for v in (0.0, -0.0, 1.0, 0.5, 2.5, 1234.5678, -1234.5678, 1e16, 1e-7, 1e300, float("inf"), float("-inf"), float("nan"), 0.0001, 123456.0, 999999.5):
    for s in ("", "f", ".0f", ".2f", "#.0f", "e", ".3e", "E", "g", ".3g", "#g", "G", "%", ".1%", "n", "10", "<10", "^12.3f", "+.1f", " .1f", "010.2f", "=+10.1f", ",", ",.2f", "_.3f", "012,.1f", ".3", ".1", ".17", ".50f", "z.1f", "z", "+z.0f", "F", "015,", "*>+12.2e"):
        show(format, v, s)
for v in (1+2j, -0.0+0j, 1.5-2.5j, 0j, 1e20j, complex("nan"), complex(0, float("inf"))):
    for s in ("", "f", ".2f", "+.1e", "g", "20", "<20", "^20.2f", ",.1f", "010", "=10", "x"):
        show(format, v, s)
for v in ("", "abc", "h\u00e9llo", "\U0001F600x"):
    for s in ("", "s", "10", ">10", "^10", "*<7", ".2", "5.1", "010", "<010", "=5", "+", " ", "#", "z", ",", "d", "_", "\u20ac^9"):
        show(format, v, s)
for v, s in ((1, ".2d"), (1, "z"), (1, "s"), (1, ",x"), (1, ",_"), (1, "_,"), (1, "10.5.5"), (1, "."), (1, "1" * 25), (1, "+c"), (1, "#c"), (-1, "c"), (0x110000, "c"), (1.5, "d"), (1.5, "x"), (1.5, "c"), (1.5, ",n"), ("a", "\x01"), (1, "\u20ac"), (1.0, ".f"), (object, "x"), (1, "kk"), ("s", "x y"), (None, "5"), ([], "<5")):
    show(format, v, s)
show(format, 1, 2)

print("%d %i %u %5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%#o|%o|%.5d|%+.3d" % (1, 2, 3, 4, 5, 6, 7, 8, 255, 255, 255, 8, 8, 42, 7))
print("%f %.2f %e %E %g %G %10.3f|%-10.1f|%010.2f|%+g|%#.0f|% f" % (1.5, 2.345, 12345.678, 0.00012, 1e20, 1e-10, 3.14159, 2.5, -3.14159, 1.0, 5.0, 1.0))
print("%s %r %a %10s|%-10s|%.2s|%c%c|%%|" % ("s", "r\n", "\u00e9", "right", "left", "cut", "c", 100))
print("%(a)s %(b)05d %(a)r" % {"a": 1, "b": 2}, "%s" % None, "%s" % (None,), "%s" % [1], "%s" % ((1, 2),), "%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159))
print("%d" % 3.99, "%d" % True, "%x" % -255, "%s %s" % ("a", "b"), "x" % (), "x" % {}, "%ld" % 5, "%#X" % 255, "%i" % 2**70, "%c" % 0x1F600, "%-+6d|" % 3, "%+ d" % 3)
for f, a in (("%d", "x"), ("%x", 1.5), ("%c", "ab"), ("%c", 1.5), ("%c", -1), ("%s %s", ("a",)), ("%s", ("a", "b")), ("a", 1), ("%(a)s", 1), ("%(a)s", {}), ("%(a", {}), ("%", 1), ("%y", 1), ("%.d", 5), ("%f", "x"), ("%*d", ("a", 1)), ("%d", None), ("%5", 1), ("%\u20ac", 1), ("%d", 1j), ("%e", 10**400), ("%5%", ()), ("%5%", 1), ("% %", {})):
    show(lambda: f % a)

print("{} {} {}".format(1, "a", [1]), "{0} {1} {0}".format("x", "y"), "{a} {b!r} {c:>5}".format(a=1, b="q", c="z"), "{{}} {{{}}}".format(5))
print("{0.real} {0.imag}".format(1+2j), "{0[1]} {0[0]}".format("ab"), "{d[key]}".format(d={"key": 7}), "{:{}}|{:{w}.{p}f}".format("a", 5, 3.14159, w=8, p=2), "{!s:>4}|{!a}".format("x", "\u00e9"))
print("{x}{y}".format_map({"x": 1, "y": 2}), f"{1+1} {'a'!r:>5} {3.14159:.2f} {5:05}", f"{'x':{10}}|", f"{1_000_000:,}")
for f in ("{", "}", "{}}", "{0", "{!}", "{!x}", "{!rr}", "{!r", "{0.}", "{0[}", "{0[]}", "{0[a]b}", "{a}", "{5}", "{:{:{}}}", "{0}{}", "{}{0}", "{:d}", "{a b}", "{ }", "{0!r:x}", "{{0}", "{:{}", "{[}"):
    show(lambda: f.format("arg", 1))
show(lambda: "{}".format_map({}))
show(lambda: "{a}".format_map({}))
for f in ("{[{]}", "{[{}]}", "{[}]}", "{[[]}", "{[!]}", "{[:]}", "{[{]"):
    show(lambda: f.format({"{": 1, "{}": 2, "}": 3, "[": 4, "!": 5, ":": 6}))


class Shown:
    def __init__(self, text): self.text = text
    def __repr__(self): return self.text
    def __bytes__(self): return self.text


class Text(str): pass
class Octets(bytes): pass


show(lambda: [type(ascii(Shown(Text(t)))).__name__ + ascii(Shown(Text(t))) for t in ("<a>", "<\u00e9>")])
show(lambda: [type(bytes(Shown(k(b"ab")))).__name__ for k in (bytes, Octets)])
show(lambda: type(Octets(Shown(b"ab"))).__name__)
joining = bytearray(b",")


def clearing():
    yield b"a"
    joining.clear()


show(lambda: joining.join(clearing()))
show(lambda: joining.join([b"a", b"b"]))
