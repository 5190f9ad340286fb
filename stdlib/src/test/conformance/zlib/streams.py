import zlib
D=b'hello world '*1000+bytes(range(256))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
for w in (15,-15,31,9,25,-9):
    c=zlib.compress(D,wbits=w); print(w,len(c)<len(D), zlib.decompress(c,wbits=w)==D, zlib.decompress(c,wbits=47)==D if w>0 else None)
    o=zlib.compressobj(wbits=w); x=o.compress(D[:5000])+o.flush(zlib.Z_SYNC_FLUSH)+o.compress(D[5000:])+o.flush()
    d=zlib.decompressobj(wbits=w); print(d.decompress(x+b'tail')==D, d.unused_data, d.eof, d.unconsumed_tail)
    d=zlib.decompressobj(wbits=w); out=b''.join(d.decompress(bytes([b])) for b in x); print(out==D,d.eof)
    d=zlib.decompressobj(wbits=w); r=d.decompress(x,100); print(len(r), len(d.unconsumed_tail)>0); print((r+d.decompress(d.unconsumed_tail)+d.flush())==D)
print(zlib.crc32(b'abc'),zlib.adler32(b'abc'),zlib.adler32(D,5),zlib.crc32(D,99),zlib.adler32(b''),zlib.crc32(b'',5))
t(lambda: zlib.decompress(b'abc')); t(lambda: zlib.decompress(zlib.compress(D)[:-3])); t(lambda: zlib.compress(D,10)); t(lambda: zlib.decompress(zlib.compress(D)+b'x')==D)
t(lambda: zlib.compress('a')); t(lambda: zlib.decompress(b'')); t(lambda: zlib.decompressobj().decompress(b'x\x9c\xff'))
c=zlib.compress(D); t(lambda: zlib.decompress(c[:-1]+b'x')); t(lambda: zlib.decompressobj(wbits=100)); t(lambda: zlib.compressobj(method=7)); t(lambda: zlib.decompressobj().flush(0)); t(lambda: zlib.decompressobj().decompress(b'',max_length=-1))
o=zlib.compressobj(zdict=b'hello'); x=o.compress(b'hello hello')+o.flush(); t(lambda: zlib.decompressobj(zdict=b'hello').decompress(x)); t(lambda: zlib.decompressobj().decompress(x))
o=zlib.compressobj(); o.flush(); t(lambda:o.compress(b'a')); t(lambda: o.flush())
print(zlib.MAX_WBITS, zlib.Z_BEST_COMPRESSION, zlib.error, o.flush(0) if 0 else '')
