"""Keyed hashes and keys from passwords: what _hashlib has."""
import _hashlib
import hashlib
import hmac
import re


def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e), e)


t(lambda:hmac.new(b'k',b'm','bogus'))
t(lambda:_hashlib.hmac_digest(b'k',b'm',len))
t(lambda:_hashlib.hmac_new(b'k'))
t(lambda:_hashlib.hmac_new('k',b'','md5'))
t(lambda:_hashlib.HASH())
t(lambda:_hashlib.HMAC())
t(lambda:hashlib.pbkdf2_hmac('sha1',b'p',b's',2**40))
t(lambda:hashlib.pbkdf2_hmac('sha1',b'p',b's',0))
t(lambda:hashlib.pbkdf2_hmac('sha1',b'p',b's',1,0))
t(lambda:hashlib.pbkdf2_hmac('sha1','p',b's',1,0))
t(lambda:hashlib.scrypt(b'p'))
t(lambda:hashlib.scrypt(b'p',salt=b'1'))
t(lambda:hashlib.scrypt(b'p',salt=b'1',n=3))
t(lambda:hashlib.scrypt(b'p',salt=b'1',n=4))
t(lambda:hashlib.scrypt(b'p',salt=b'1',n=4,r=1))
t(lambda:hashlib.scrypt(b'p',salt=b'1',n=4,r=1,p=0))
t(lambda:hashlib.scrypt(b'p',salt=b'1',n=2**20,r=8,p=1))
t(lambda:hashlib.scrypt(b'p',salt=b'1',n=2**10,r=8,p=1,maxmem=-1))
t(lambda:hashlib.scrypt(b'p',salt=b'1',n=2**10,r=8,p=1,dklen=-1))
t(lambda:hashlib.scrypt(b'p',salt=b'1',n=-1,r=8,p=1,dklen=-1))
t(lambda:hashlib.scrypt(b'p',salt=b'1',n=2**16,r=1,p=1))
t(lambda:_hashlib.new('SHA2-256').name)
t(lambda:_hashlib.new('sha512_256').name)
t(lambda:_hashlib.new('SHA512-256',b'x').hexdigest())
t(lambda:_hashlib.new('BLAKE2b512',b'x').hexdigest())
t(lambda:_hashlib.new('BLAKE2s256',b'x').hexdigest())
t(lambda:_hashlib.new('blake2b').digest_size)
t(lambda:_hashlib.new('shake_128').digest_size)
t(lambda:_hashlib.new('shake_128').digest(length=3))
t(lambda:_hashlib.openssl_sha256('abc'))
t(lambda:_hashlib.openssl_sha256(3))
t(lambda:_hashlib.compare_digest('abcé','abc'))
t(lambda:_hashlib.compare_digest(1,'abc'))
t(lambda:_hashlib.compare_digest('abc','abc'))
t(lambda:_hashlib.hmac_new(b'k',b'm','md5').update('x'))
t(lambda:sorted(dict(_hashlib._constructors).values()))
for n in sorted(hashlib.algorithms_guaranteed-{'shake_128','shake_256'}):
    for k in (b'',b'k',b'x'*64,b'y'*200):
        t(lambda:hmac.digest(k,b'message',n).hex()+hmac.new(k,b'mess',n).name)
        h=hmac.new(k,b'mess',n); g=h.copy(); g.update(b'age'); t(g.hexdigest); t(h.hexdigest)
    t(lambda:hashlib.pbkdf2_hmac(n,b'pass',b'salt',7,100).hex())
t(lambda:hashlib.pbkdf2_hmac('sha256',b'',b'',3).hex())
t(lambda:hashlib.scrypt(b'',salt=b'',n=16,r=1,p=1,dklen=64).hex())
t(lambda:hashlib.scrypt(b'password',salt=b'NaCl',n=1024,r=8,p=16,dklen=64).hex())
t(lambda:hashlib.scrypt(b'pleaseletmein',salt=b'SodiumChloride',n=4096,r=8,p=1).hex())
import _md5,_sha1,_sha2,_sha3
for o in (_sha2.sha256(), _sha3.sha3_224(), _md5.md5(),_sha1.sha1(),_sha3.shake_128(),hashlib.sha256(),hashlib.shake_256(),hmac.new(b'k',b'','sha1')._hmac):
    print(re.sub('0x[0-9a-f]+','X',repr(o)),type(o).__mro__,[n for n in dir(o) if n[:2]!='__'])
