# Methods of texts over the product of small arguments; a line for each method.
import zlib

BOUNDS = [None, *range(-5, 6), 1 << 70, -(1 << 70)]
SAMPLES = ["", "a", "ab", "abab", "+1", "-", "aXb\u00e9", "\u0131\u0150\U0001f40d", " a\tb ", "\u0660\u00b2\u24ea"]


def one(f, *args):
    try:
        return repr(f(*args))
    except Exception as e:
        return "%s(%s)" % (type(e).__name__, e)


def total(name, results):
    results = list(results)
    print(name, len(results), zlib.crc32("|".join(results).encode("utf-8", "surrogatepass")))


for kind in (str, bytes, bytearray):
    make = (lambda s: s) if kind is str else lambda s: kind(s, "utf-8")
    texts = [make(s) for s in SAMPLES]
    parts = [make(s) for s in ("", "a", "b", "ab", "ba", "X", " ")]
    for name in ("find", "rfind", "index", "rindex", "count", "startswith", "endswith"):
        total(
            kind.__name__ + "." + name,
            (one(getattr(t, name), p, i, j) for t in texts for p in parts for i in BOUNDS for j in BOUNDS),
        )
    for name in ("zfill", "expandtabs", "__mul__", "__getitem__"):
        total(kind.__name__ + "." + name, (one(getattr(t, name), n) for t in texts for n in range(-7, 12)))
    for name in ("center", "ljust", "rjust"):
        total(
            kind.__name__ + "." + name,
            (one(getattr(t, name), n, make(f)) for t in texts for n in range(-1, 9) for f in ("*", "\u00e9", "", "xx")),
        )
    for name in ("split", "rsplit", "replace"):
        more = parts if name == "replace" else [None]
        total(
            kind.__name__ + "." + name,
            (
                one(getattr(t, name), p, *([q] if q is not None else []), n)
                for t in texts
                for p in parts
                for q in more
                for n in range(-1, 4)
            ),
        )
    for name in ("partition", "rpartition", "removeprefix", "removesuffix", "strip", "lstrip", "rstrip", "__contains__", "__add__"):
        total(kind.__name__ + "." + name, (one(getattr(t, name), p) for t in texts for p in parts))
    for name in ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"):
        total(kind.__name__ + "." + name, (one(getattr(t, name), p) for t in texts for p in texts + parts))
    for name in ("capitalize", "lower", "upper", "swapcase", "title", "splitlines", "split", "strip", "isalnum", "isalpha", "isascii", "isdigit", "islower", "isspace", "istitle", "isupper"):
        total(kind.__name__ + "." + name, (one(getattr(t, name)) for t in texts))
    total(kind.__name__ + " slices", (one(lambda: t[i:j:k]) for t in texts for i in BOUNDS for j in BOUNDS for k in (None, 1, 2, -1, -2)))

EDGES = [0, 1, 9, 10, 13, 0x1F, 0x20, 0x27, 0x5C, 0x7E, 0x7F, 0x80, 0x9F, 0xA0, 0xAD, 0xFF, 0x100, 0x377, 0x378, 0x7FF, 0x800, 0x2028, 0x3000, 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDC80, 0xDCFF, 0xDFFF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x1F40D, 0xFFFFF, 0x10FFFF]
total("repr", (one(repr, chr(c)) for c in EDGES))
total("ascii", (one(ascii, "x" + chr(c) + "'") for c in EDGES))
for encoding in ("ascii", "latin-1", "utf-8", "utf-16", "utf-16-le", "utf-32-be", "utf-7", "unicode_escape", "raw_unicode_escape"):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass"):
        total(encoding + " " + errors, (one(("a" + chr(c) + "b").encode, encoding, errors) for c in EDGES))
BYTES = [b"", b"a", b"\x7f\x80", b"\xc2", b"\xc2\x80", b"\xc1\xbf", b"\xdf\xbf", b"\xe0\x9f\xbf", b"\xe0\xa0\x80", b"\xed\x9f\xbf", b"\xed\xa0\x80", b"\xed\xb2\x80", b"\xee\x80\x80", b"\xef\xbf\xbf", b"\xf0\x8f\xbf\xbf", b"\xf0\x90\x80\x80", b"\xf4\x8f\xbf\xbf", b"\xf4\x90\x80\x80", b"\xf5", b"\xe2\x82", b"\xe2\x82a", b"\xf0\x9f\x90", b"\xff\xfe", b"\xfe\xff\x00a", b"\xff\xfea\x00", b"\x00\xd8", b"\x00\xd8\x00\xdc", b"\xd8\x00", b"\\x41\\u0100\\U0001f40d\\777\\N{BULLET}", b"\\x4", b"\\u12", b"+AGE-", b"+//"]
for encoding in ("ascii", "latin-1", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le"):
    for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"):
        total(encoding + " " + errors, (one(b.decode, encoding, errors) for b in BYTES))
for name in ("isidentifier", "isprintable", "isdecimal", "isdigit", "isnumeric", "isalnum", "isspace", "isupper", "islower", "casefold", "upper", "lower", "title", "swapcase", "capitalize"):
    total(name, (one(getattr(chr(c), name)) for c in [*range(0x149), *range(0x391, 0x3ab), *range(0x400, 0x520), *range(0x660, 0x670), *range(0x2150, 0x2190)]))
