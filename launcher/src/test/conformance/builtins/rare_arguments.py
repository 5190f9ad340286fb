"""Arguments that are seldom given: code objects, errors' fields, codecs, powers, casts, class cells, big ranges."""
import operator


def attempt(label, function, *args, **kwargs):
    try:
        print(label, ascii(function(*args, **kwargs)))
    except Exception as error:
        print(label, type(error).__name__, ascii(str(error)))


def f(a, b=1, *c, d, **e):
    """Text."""
    x = a
    def g():
        return x
    return g


code = f.__code__
for name, value in (("co_nlocals", 3), ("co_nlocals", code.co_nlocals), ("co_argcount", 1), ("co_name", "other"), ("co_name", 5),
                    ("co_flags", 0), ("co_consts", [1]), ("co_firstlineno", 99), ("co_nonsense", 1),
                    ("co_kwonlyargcount", -1), ("co_stacksize", -1), ("co_argcount", -2), ("co_firstlineno", -1)):
    def replaced():
        made = code.replace(**{name: value})
        return made.co_name, made.co_firstlineno, made == code
    attempt(f"replace {name} {value}", replaced)
lines = list(code.co_lines())
print(lines[0][0], all(a[1] == b[0] for a, b in zip(lines, lines[1:])), sorted({line - code.co_firstlineno for _, _, line in lines if line is not None}))

for details in ((), ("f",), ("f", 1), ("f", 1, 2), ("f", 1, 2, "t"), ("f", 1, 2, "t", 3), ("f", 1, 2, "t", 3, 4), ("f", 1, 2, "t", 3, 4, 5), ["f", 1, 2, "t"], 5, "abcd", None):
    attempt(f"SyntaxError {details}", lambda: vars(SyntaxError("m", details)) or [getattr(SyntaxError("m", details), n) for n in ("msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset")])

for data in (b"", b"\xff", b"\xff\xfe", b"\xfe\xff", b"\xff\xfea\0", b"\xfe\xff\0a", b"a\0", b"\0a", b"a\0b", b"\0\xd8", b"\xd8\0", b"\xff\xfe\0\0a\0\0\0", b"\0\0\xfe\xff\0\0\0a", b"\xed\xa0\x80", b"\xed\x9f\xbf",
             b"\xed\xb0\x80\x80", b"\xe0\x80\x80", b"\xf0\x90\x80\x80", b"\xf4\x90\x80\x80", b"ab\xffcd\xfe\xfe", b"\xc3"):
    for codec in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8", "utf-8-sig", "ascii"):
        for errors in ("strict", "replace", "surrogatepass", "backslashreplace"):
            attempt(f"{data} {codec} {errors}", data.decode, codec, errors)
for text in ("", "a", "\xff", "\ud800", "a\udfffb", "\U0010ffff", "\xe9\xe8\u0100"):
    for codec in ("utf-16", "utf-32-be", "utf-8", "ascii", "latin-1"):
        for errors in ("strict", "replace", "surrogatepass", "xmlcharrefreplace"):
            attempt(f"{ascii(text)} {codec} {errors}", text.encode, codec, errors)
for start, end in ((0, 1), (0, 2), (1, 3), (2, 2), (3, 1), (-1, 9)):
    print(UnicodeDecodeError("c", b"abc", start, end, "why"), "|", UnicodeEncodeError("c", "a\xe9\u0100", start, end, "why"), "|", UnicodeTranslateError("\U00010000bc", start, end, "why"))

for args in ((2, 3, -5), (2, 3, 5), (-2, 3, -5), (2, -1, 5), (2, -1, 4), (0, 0, 1), (0, -1), (0, -1, 7), (2, 0, -1), (1j, 2, 3), (1j, 2, None), (2.0, 2, 2), (2, 2.0, 2), (5, 10**20, -7), (-7, 3, 10**20), (True, True, True),
             (0.0, -1), (-0.0, -1.0), (-8, 1 / 3), (1e308, 2), (-1e308, 3), (float("inf"), -1), (float("-inf"), 3), (2, 1e308), (0.5, float("inf")), (float("nan"), 0), (1, float("nan"))):
    attempt(f"pow {args}", pow, *args)


class Trunc:
    def __init__(self, value):
        self.value = value

    def __trunc__(self):
        return self.value


class Index(Trunc):
    __trunc__ = None

    def __index__(self):
        return self.value


for value in (5, True, 2.5, "x", Index(7), Trunc(1)):
    attempt(f"int trunc {type(value).__name__}", int, Trunc(value))
    attempt(f"int index {type(value).__name__}", int, Index(value))
for value in ("", " ", "0x", "0b12", "1_0", "1__0", "_1", "1_", "+ 1", "--1", "\u0661", b"12", b"\xff", bytearray(b" 7 "), memoryview(b"12"), None, [], 1.9, float("nan"), float("inf")):
    attempt(f"int {value if not isinstance(value, memoryview) else 'view'!r}", int, value)
    attempt("   base 0", int, value, 0)
    attempt("   base 37", int, value, 37)
for value in (5, 2.5, "x", None, 1j, [], True):
    for digits in ((), (None,), (1,), (-1,), ("x",)):
        attempt(f"round {value} {digits}", round, value, *digits)
for value in (2.5e-7, 1234.5, 0.5, 1.5, 2.5, 1e22, 9.995, 0.0005, 1e-320):
    print([format(value, spec) for spec in (".0e", ".1e", ".3e", ".0f", ".2f", ".0g", ".3g", "#.3g", "010.2f", "+.1%", "_.1f", ",.2f", "n")])
for value in (0, 1, -1, 255, 10**20):
    print([format(value, spec) for spec in ("b", "#b", "o", "#o", "x", "#X", "c", "+d", " d", "_x", ",d", "08b", "#010x", "^+9", "e", ".1f", "%")] if 0 <= value < 1000 else [format(value, spec) for spec in ("b", "#x", "_x", ",d", "=+30")])
for spec in ("+", " ", "-", "=5", "5d", ",", "_", "#", "05", ".2", "^5", "z", "s", ".", "10.", "<"):
    attempt(f"str spec {spec!r}", format, "abc", spec)

for kwargs in (({"a": 1}, {"a": 2}), ({"a": 1}, {"b": 2}), ({1: 2}, {}), ({}, {})):
    attempt(f"call {kwargs}", lambda: (lambda **k: k)(**kwargs[0], **kwargs[1]))
for args in ((b"",), (b"", "ascii"), (b"x", "ascii", "strict"), (5, "ascii"), ("x", "ascii"), (b"\xff", "ascii", "replace"), (memoryview(b"ab"), "utf8"), (bytearray(), "utf8", "x")):
    attempt(f"str {[type(a).__name__ for a in args]}", str, *args)
attempt("str errors", str, b"\xff", errors="replace")
attempt("str encoding", str, encoding="ascii")
attempt("str nothing", str, errors="x")

view = memoryview(bytes(range(24)))
for form, shape in (("B", None), ("H", None), ("I", None), ("Q", [3]), ("B", [2, 12]), ("B", [5, 5]), ("H", [3, 4]), ("H", [12]), ("H", [6]), ("d", [3]), ("d", [1, 3]), ("B", []), ("B", [0]), ("B", [-1]), ("B", "x"), ("x", None), ("B", [2, 3, 4]), ("b", (24,))):
    attempt(f"cast {form} {shape}", lambda: (lambda v: (v.shape, v.strides, v.itemsize, v.nbytes, v.ndim))(view.cast(form) if shape is None else view.cast(form, shape)))
data = bytearray(b"abc")
for index in (-4, -3, -1, 0, 2, 3, 1 << 70):
    attempt(f"get {index}", operator.getitem, data, index)
    attempt(f"set {index}", operator.setitem, data[:], index, 65)
    attempt(f"del {index}", operator.delitem, data[:], index)
    attempt(f"pop {index}", data[:].pop, index)
for count in (0, 1, -1, True, 1 << 70):
    attempt(f"bytes {count}", bytes, count)
    attempt(f"times {count}", operator.mul, b"ab", count)

for start, stop, step in ((10**20, 10**20 + 5, 2), (10**20, 0, -10**20), (0, 10**20, 10**19), (-10**20, -10**20, 1)):
    numbers = range(start, stop, step)
    iterator = iter(numbers)
    print(list(numbers), next(iterator, "end"), operator.length_hint(iterator), iterator.__reduce__()[1:], list(iterator), operator.length_hint(iterator))
    iterator = iter(numbers)
    iterator.__setstate__(1)
    print(list(iterator), list(reversed(numbers)), numbers[-1:], len(numbers) if numbers else 0)

for cell in (5, None, type((lambda x: lambda: x)(1).__closure__[0])()):
    attempt("class cell", lambda: type("C", (), {"__classcell__": cell}) and "made")


class Keeps(type):
    def __new__(cls, name, bases, body):
        body.pop("__classcell__", None)
        return super().__new__(cls, name, bases, body)


def lost():
    class C(metaclass=Keeps):
        def m(self):
            return __class__


attempt("lost cell", lost)
for bases in ((int, str), (int, float), (bool,), (type(None),), (type(lambda: 0),), (type(iter([])),), (object, object), (Exception, OSError), (list, tuple), (range,), (slice,), (memoryview,)):
    attempt(f"bases {[b.__name__ for b in bases]}", lambda: type("C", bases, {}).__name__)
for text in ("{0.a.b}", "{0[a][b]}", "{0.a[b].c}", "{.a}", "{[0]}", "{0.}", "{0[]}", "{0[a}", "{0]}", "{0.a]}", "{a.b[c", "{0!r:>{1}}", "{0:{1}{2}}", "{:{}}", "{!x}", "{!}", "{0!r", "{:}}", "{{}}", "}", "{", "{0}}"):
    attempt(f"format {text}", text.format, "v", 5, 3)
for c in map(chr, (0x9, 0xA, 0xB, 0xC, 0xD, 0xE, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F, 0x20, 0x85, 0xA0, 0x1680, 0x2000, 0x200A, 0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x41, 0x7F, 0x80, 0x660)):
    print(hex(ord(c)), c.isspace(), len(("a" + c + "b").splitlines()), len(("a" + c + "b").split()), c.isdigit(), c.isdecimal(), c.isnumeric(), len(c.strip()))
