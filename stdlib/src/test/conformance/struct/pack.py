import struct
print(struct.pack('<iqhb',1,2,3,4), struct.unpack('<iqhb', struct.pack('<iqhb',1,2,3,4)))
for p in '@<>':
  for c in 'bBhHiIlLqQnNP?efdcsp':
    for v in (2**70,-2**70,-1 if c in 'BHILQNP' else 2**63, 'a', 1.5, b'x', b'abc', None, 0, -1, 1, 2.0**-25, 65519.99, 65520.0, 1e-8,6e-8, float('inf'), float('-inf'), -0.0, 3.1415926, 0.1):
        if c == 'e' and type(v) is int and abs(v) > 70000: continue
        try: r=struct.pack(p+c,v); print(p+c,v,r,struct.unpack(p+c,r))
        except Exception as e: print(p+c,v,type(e).__name__,e)
for f in [lambda:struct.unpack('<i',b'abc'),lambda:struct.unpack_from('<i',b'abc',0),lambda:struct.unpack_from('<i',b'abcdef',-2),lambda:struct.unpack_from('<i',b'abcdef',-8),lambda:struct.pack('ii',1),lambda:struct.pack_into('ii',bytearray(4),0,1,2),lambda:struct.pack_into('ii',bytearray(20),-4,1,2),lambda:struct.pack_into('ii',bytearray(20),-40,1,2),lambda:struct.pack_into('ii',b'aaaaaaaaa',0,1,2),lambda:struct.pack_into('ii',bytearray(20),0,1),lambda:struct.calcsize('z'),lambda:struct.calcsize('3'),lambda:struct.calcsize(3),lambda:list(struct.iter_unpack('',b'')),lambda:list(struct.iter_unpack('i',b'abc')),lambda:struct.pack(),lambda:struct.pack_into(),lambda:struct.calcsize('99999999999999999999i'),lambda:struct.calcsize('9223372036854775807i'),lambda:struct.Struct('i').unpack_from(b'abcd',1),lambda:struct.pack_into('i'),lambda:struct.pack_into('i',bytearray(4)),lambda:struct.Struct('i').pack_into(bytearray(4)),lambda:struct.calcsize('<P'), lambda:struct.pack_into('i',bytearray(4),5,3), lambda:struct.pack_into('i',bytearray(4),'a',3),lambda:struct.calcsize('i\0i')]:
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
print(struct.calcsize('bi'),struct.calcsize('b0i'),struct.calcsize('<bi3xq'),struct.pack('b3i',1,2,3,4),struct.pack('5s3p0s',b'abc',b'xyz',b''))
b=bytearray(8); struct.pack_into('<h',b,2,0x102); print(b); struct.pack_into('<h',memoryview(b)[4:],0,0x304); print(b)
print(list(struct.iter_unpack('<h',b)), struct.Struct('>ii2x').size, struct.Struct(b'ii').format, struct.error.__module__, struct.error)
it=struct.iter_unpack('<h',b); next(it); print(it.__length_hint__())
