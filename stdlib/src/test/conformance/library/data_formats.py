import base64
import configparser
import copy
import gzip
import html
import html.parser
import io
import pickle
import pickletools
import tomllib
import urllib.parse
import urllib.request
import zipfile

data = bytes(range(256))
for name in ("b64", "b32", "b16", "b85", "a85", "urlsafe_b64", "b32hex"):
    encode, decode = getattr(base64, name + "encode"), getattr(base64, name + "decode")
    print(name, encode(b"any carnal pleas"), decode(encode(data)) == data)
for bad in (lambda: base64.b64decode("abc"), lambda: base64.b32decode("A"), lambda: base64.b64decode("ab!c", validate=True), lambda: base64.b16decode("xy"), lambda: base64.b85decode(b"~~~~~~")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
print(base64.encodebytes(data)[:30], base64.a85encode(b"abcd    ", foldspaces=True, adobe=True))

cp = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
cp.read_string("[DEFAULT]\nroot = /r\n[a]\npath = ${root}/x\nn : 5\nflag = yes\nmulti =\n  one\n  two\n[b]\nother = ${a:path}!\n")
print(cp.sections(), cp["a"]["path"], cp.getint("a", "n"), cp["a"].getboolean("flag"), cp["a"]["multi"].split(), cp.get("b", "other"), cp.has_option("b", "root"), cp.get("a", "none", fallback="fb"))
out = io.StringIO()
cp.write(out)
print(out.getvalue())
for text in ("x=1", "[a]\n[a]", "[a]\nx=1\nx=2", "[a]\n  bad\n=5"):
    try:
        configparser.ConfigParser().read_string(text)
    except configparser.Error as e:
        print(type(e).__name__, str(e).replace("\n", " "))

print(tomllib.loads('a = 1\nb = [1.5, "x", true]\nd = 2024-01-02T03:04:05Z\n[t.u]\nk = """\nmulti\\\n   line"""\n[[arr]]\nz = 0x1F\n[[arr]]\ninl = {p = inf, q = \'lit\\n\'}'))
for text in ("a = ", "a = 1\na = 2", "[x]\n[x]", 'a = "\\z"', "a.b = 1\na = 2", "a = 01"):
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        print(e)

blob = io.BytesIO()
with zipfile.ZipFile(blob, "w", zipfile.ZIP_DEFLATED) as z:
    z.writestr("a.txt", "hello " * 50)
    z.writestr(zipfile.ZipInfo("dir/b.bin", (2020, 1, 2, 3, 4, 6)), data)
    with z.open("c", "w") as inner:
        inner.write(b"streamed")
with zipfile.ZipFile(blob) as z:
    print(z.namelist(), z.read("dir/b.bin") == data, z.getinfo("a.txt").file_size, z.testzip(), z.getinfo("dir/b.bin").date_time, zipfile.is_zipfile(blob), zipfile.Path(z, "dir/").joinpath("b.bin").exists())
    try:
        z.read("none")
    except KeyError as e:
        print(e)
try:
    zipfile.ZipFile(io.BytesIO(b"not a zip"))
except zipfile.BadZipFile as e:
    print(e)

packed = gzip.compress(b"abc" * 100, mtime=5)
print(gzip.decompress(packed) == b"abc" * 100, packed[:10])
with gzip.open(io.BytesIO(packed), "rt") as f:
    print(f.read(5), f.readline()[-3:])
try:
    gzip.decompress(packed[:-4])
except EOFError as e:
    print(e)

print(html.escape("<a href='x'>&"), html.unescape("&lt;&eacute;&#x41;&notit;&amp"))


class Parser(html.parser.HTMLParser):
    def handle_starttag(self, tag, attrs): print("start", tag, attrs)
    def handle_endtag(self, tag): print("end", tag)
    def handle_data(self, data): print("data", repr(data))
    def handle_comment(self, data): print("comment", data)
    def handle_decl(self, decl): print("decl", decl)


Parser().feed("<!DOCTYPE html><p class=a id='b'>x &amp; y<br/><!-- c --></p><script>if (a<b) {}</script>")

u = urllib.parse.urlsplit("https://user:pw@host:8080/p/a;x?q=1&q=2&e=#frag")
print(u, u.hostname, u.port, u.username, urllib.parse.parse_qs(u.query), urllib.parse.parse_qsl(u.query, keep_blank_values=True))
print(urllib.parse.quote("a b/é?"), urllib.parse.unquote("%e2%82%ac+"), urllib.parse.quote_plus("a b&c"), urllib.parse.urlencode({"a": [1, 2], "b": "x y"}, doseq=True), urllib.parse.urljoin("http://a/b/c", "../d?x"), urllib.parse.urlunsplit(("s", "n", "p", "q", "f")), urllib.parse.urldefrag("a#b"))
r = urllib.request.Request("http://example.org/x", data=b"d", headers={"X-y": "1"})
print(r.get_method(), r.host, r.selector, r.header_items())
try:
    u._replace(netloc="h:99999").port
except ValueError as e:
    print(e)


class C:
    def __init__(self): self.x, self.me = [1], self
    def __reduce_ex__(self, p): return (C, (), self.__dict__)


c = C()
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    again = pickle.loads(pickle.dumps([c, c, {1: (2, "é", b"x", 1 << 70, 1.5, None, frozenset([1]))}], protocol))
    print(protocol, again[0] is again[1], again[0].me is again[0], again[2], len(pickle.dumps((1, "a"), protocol)))
pickletools.dis(pickle.dumps([1, "a", (2.5, None)], 2))
for bad in (lambda: pickle.dumps(lambda: 0), lambda: pickle.loads(b"garbage"), lambda: pickle.loads(b""), lambda: pickle.loads(b"cnosuch\nmod\n.")):
    try:
        bad()
    except (pickle.PicklingError, AttributeError, ValueError, EOFError, ImportError, pickle.UnpicklingError):
        print("refused")
deep = copy.deepcopy(c)
print(deep is not c, deep.me is deep, copy.copy([1, [2]]), copy.deepcopy({"a": (1, [2])}))
