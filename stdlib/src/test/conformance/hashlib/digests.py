import hashlib
for n in ['md5','sha1','sha224','sha256','sha384','sha512','sha3_224','sha3_256','sha3_384','sha3_512','blake2b','blake2s']:
    for d in (b'', b'abc', b'x'*1000, bytes(range(256))*100):
        h=hashlib.new(n, d); print(n,len(d),h.hexdigest(),h.digest_size,h.block_size,h.name)
        c=h.copy(); c.update(b'more'); print(c.hexdigest(), h.digest()==bytes.fromhex(h.hexdigest()))
for n in ['shake_128','shake_256']:
    for d in (b'', b'abc', b'x'*1000):
        h=hashlib.new(n, d); print(n,len(d),h.hexdigest(10),h.hexdigest(400),h.digest_size,h.block_size,h.name,h.digest(0))
print(hashlib.blake2b(b'abc',digest_size=20,key=b'k'*10,salt=b's'*16,person=b'p'*3,fanout=2,depth=3,leaf_size=4,node_offset=5,node_depth=6,inner_size=7,last_node=True).hexdigest())
print(hashlib.blake2s(b'abc',digest_size=20,key=b'k'*10,salt=b's'*8,person=b'p'*3,fanout=2,depth=3,leaf_size=4,node_offset=5,node_depth=6,inner_size=7,last_node=True).hexdigest())
print(hashlib.blake2s.SALT_SIZE,hashlib.blake2b.MAX_DIGEST_SIZE,hashlib.blake2b.PERSON_SIZE,hashlib.blake2b.MAX_KEY_SIZE)
for f in (lambda:hashlib.md5('a'),lambda:hashlib.sha3_224(5),lambda:hashlib.blake2b(digest_size=65),lambda:hashlib.blake2s(key=b'a'*33),lambda:hashlib.blake2b(salt=b'a'*17),lambda:hashlib.blake2b(fanout=256),lambda:hashlib.blake2b(depth=0),lambda:hashlib.blake2b(leaf_size=2**32),lambda:hashlib.blake2s(node_offset=2**48),lambda:hashlib.blake2b(node_offset=-1),lambda:hashlib.blake2b(inner_size=65)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
import _sha3
for h in (_sha3.shake_128(), _sha3.shake_256(), _sha3.sha3_256()): print(h._rate_bits, h._capacity_bits, h._suffix)
