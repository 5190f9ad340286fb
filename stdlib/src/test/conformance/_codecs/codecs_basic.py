import codecs

def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except Exception as e:
        print(type(e).__name__, e)

S = "aé€😀\ud800z"
for enc in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "ascii", "latin-1", "cp1252", "cp437", "koi8-r", "utf-7", "unicode_escape", "raw_unicode_escape"):
    for err in ("strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogatepass", "surrogateescape", "namereplace"):
        print(enc, err, end=" ")
        t(S.encode, enc, err)
B = b"a\xc3\xa9\xff\xe2\x82z\xf0\x9f\x98\x80\xed\xa0\x80"
for enc in ("utf-8", "utf-16-le", "utf-32-le", "ascii", "latin-1", "cp1252", "cp1251", "utf-7"):
    for err in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"):
        print(enc, err, end=" ")
        t(B.decode, enc, err)
t(b"x".decode, "nope")
t("x".encode, "nope")
t("x".encode, "rot13")
t(codecs.encode, "Hello", "rot13")
t(codecs.lookup_error, "no such")

def handler(e):
    return ("[%s:%d-%d]" % (type(e).__name__, e.start, e.end), e.end)
codecs.register_error("test.h", handler)
t("aé€b".encode, "ascii", "test.h")
t(b"a\xff\xfeb".decode, "utf-8", "test.h")
t("aé€b".encode, "cp437", "test.h")
t(b"a\x81b".decode, "cp1252", "test.h")
codecs.register_error("test.bytes", lambda e: (b"\xff", e.start + 1))
t("aé€b".encode, "ascii", "test.bytes")
codecs.register_error("test.bad", lambda e: 42)
t("aé€b".encode, "ascii", "test.bad")
t(b"\xff".decode, "ascii", "test.bad")
codecs.register_error("test.far", lambda e: ("", 100))
t("aé€b".encode, "ascii", "test.far")
t(b"\xff".decode, "ascii", "test.far")
for name in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass", "strict"):
    h = codecs.lookup_error(name)
    print(name, end=" ")
    t(h, UnicodeEncodeError("utf-8", "a\udc80\u1234b", 1, 3, "why"))
    t(h, UnicodeDecodeError("utf-8", b"a\xff\xfeb", 1, 3, "why"))
    t(h, UnicodeTranslateError("a\udc80\u1234b", 1, 3, "why"))
    t(h, 5)
dec = codecs.getincrementaldecoder("utf-8")()
for i in range(len("aé€😀".encode())):
    t(dec.decode, "aé€😀".encode()[i:i+1])
t(dec.decode, b"\xe2", True)
dec = codecs.getincrementaldecoder("utf-16")()
for b in "aé😀".encode("utf-16-be"), b"\xff":
    for i in range(len(b)):
        t(dec.decode, b[i:i+1])
dec = codecs.getincrementaldecoder("utf-16")()
for i, c in enumerate("aé😀".encode("utf-16")):
    t(dec.decode, bytes([c]))
t(codecs.escape_decode, rb"a\n\x41\101\'\q")
t(codecs.escape_decode, rb"\x4")
t(codecs.escape_decode, rb"a\x4z", "replace")
t(codecs.escape_encode, b"a'\\\n\x00\xff")
t(rb"\u0041\x42\N{BULLET}\U0001f600".decode, "unicode_escape")
t(rb"\u004".decode, "unicode_escape")
t(rb"\N{FOO}".decode, "unicode_escape")
t(rb"\U11111111".decode, "unicode_escape", "replace")
t(rb"a\u0041\\u0041\x".decode, "raw_unicode_escape")
t(codecs.charmap_decode, b"abc", "strict", {97: "xx", 98: None, 99: 65})
t(codecs.charmap_decode, b"abc", "ignore", {97: "xx", 98: None, 99: 65})
t(codecs.charmap_encode, "abc", "strict", {97: b"xx", 98: 65, 99: None})
t(codecs.charmap_encode, "abc", "replace", {97: b"xx", 98: 65, 63: 33})
t(codecs.utf_7_encode, "Hi Mom -☺-! + ü/ü")
t(b"Hi Mom -+Jjo--! +- +APw-/+APw".decode, "utf-7")
print(codecs.lookup("UTF8").name, codecs.lookup("latin1").name, codecs.lookup("Windows 1252").name)
print("bücher".encode("punycode"))
