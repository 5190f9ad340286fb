"""Buffered and text files: readinto1, one buffer in binary mode, what cannot be written, closing beside a writer."""
import io, os, sys, warnings, threading, errno
# readinto1
class Raw(io.RawIOBase):
    def __init__(self, parts): self.parts=list(parts); self.reads=0
    def readable(self): return True
    def writable(self): return True
    def readinto(self, b):
        self.reads+=1
        if not self.parts: return 0
        p=self.parts.pop(0)
        if p is None: return None
        if len(p) > len(b):
            self.parts.insert(0, p[len(b):]); p=p[:len(b)]
        b[:len(p)]=p
        return len(p)
for size in (10, 3, 1):
  for want in (2, 4, 5, 11, 20):
    r = Raw([b'abc', b'de', b'fgh', b'jkl', b'mnopqrstuvwxyz'])
    f = io.BufferedReader(r, size)
    out = [f.peek(3), r.reads]
    for _ in range(8):
        b = bytearray(want)
        n = f.readinto1(b)
        out.append((n, bytes(b[:n]), r.reads))
    print(size, want, out)
r = Raw([b'abc', None, b'd', None, None])
f = io.BufferedReader(r, 4); print(f.peek(), f.readinto1(bytearray(9)), f.readinto1(bytearray(9)), f.readinto1(bytearray(9)), f.readinto1(bytearray(9)))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    open(os.devnull, "wb", 1).close(); open(os.devnull, "rb", buffering=1).close(); open(os.devnull, "w", 1, encoding="utf-8").close()
    for x in w: print(x.category.__name__, x.message, os.path.basename(x.filename), x.lineno)
r, w = os.pipe()
os.set_blocking(w, False)
f = open(w, 'wb', buffering=100)
try:
    while True: f.write(b'x'*1000)
except BlockingIOError as e: print(e.args, e.characters_written, e.errno, e.strerror, e.filename)
os.read(r, 65536)
f.flush(); print(f.write(b'BLOCKED')); f.close(); os.close(r)
started = threading.Event(); go = threading.Event()
class Slow(io.RawIOBase):
    def writable(self): return True
    def write(self, b): return len(b)
    def close(self):
        if not self.closed:
            started.set(); go.wait(0.3)
        super().close()
f = io.BufferedWriter(Slow(), 8)
t = threading.Thread(target=f.close); t.start(); started.wait()
try: f.write(b'spam')
except ValueError as e: print(e)
print(f.closed); t.join()
class Again(io.RawIOBase):
    def writable(self): return True
    def write(self, b): return len(b)
    def close(self):
        if not self.closed:
            super().close()
            try: f.flush()
            except Exception as e: print(type(e).__name__, e)
f = io.BufferedWriter(Again(), 8); f.close(); print(f.closed)
for k in ({'encoding':'\udcfe'},{'encoding':'utf-8','errors':'\udcfe'},{'encoding':'utf-8','errors':'x\0'},{'encoding':'\udcfe','newline':'x'}, {'errors':5}, {'newline':'\udcfe'}):
    try: io.TextIOWrapper(io.BytesIO(),**k)
    except Exception as e: print(repr(e))
f = io.TextIOWrapper(io.BytesIO(), 'ascii')
for k in ({'line_buffering': 'x'}, {'write_through': 2.5}, {'encoding': 'locale\0'}, {'line_buffering': 1}, {'line_buffering': 0}, {'line_buffering': None}):
    try: f.reconfigure(**k); print(k, f.line_buffering)
    except Exception as e: print(k, repr(e))
# Nothing is decoded by no codec.
print(repr(b''.decode('no such codec')), repr(str(b'', 'no such codec')))
try: b'a'.decode('no such codec')
except LookupError as e: print(e)
