from array import array
import array as A
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
a=array('i',[1,2,3])
for f in (lambda:array(),lambda:array('z'),lambda:array('i',[1.5]),lambda:array('i',['a']),lambda:array('b',[128]),lambda:array('b',[-129]),lambda:array('B',[256]),lambda:array('B',[-1]),lambda:array('h',[40000]),lambda:array('H',[-1]),lambda:array('H',[70000]),lambda:array('i',[2**31]),lambda:array('I',[-1]),lambda:array('I',[2**32]),lambda:array('l',[2**63]),lambda:array('L',[-1]),lambda:array('L',[2**64]),lambda:array('q',[2**63]),lambda:array('Q',[-1]),lambda:array('Q',[2**64]),lambda:array('f',['a']),lambda:array('d',[None]),lambda:array('u',['ab']),lambda:array('u',[1]),lambda:array('i','abc'),lambda:array('u',array('i')),lambda:array('i',5),lambda:array('i',b'abc'),lambda:a.pop(5),lambda:array('i').pop(),lambda:a.index(9),lambda:a.remove(9),lambda:a[5],lambda:a['x'],lambda:a+[1],lambda:a+array('d'),lambda:a.extend(array('d')),lambda:a.frombytes(b'abc'),lambda:a.frombytes('abc'),lambda:a.fromlist((1,)),lambda:a.fromlist([1,'x']),lambda:a.fromunicode('x'),lambda:a.tounicode(),lambda:a.__setitem__(9,1),lambda:a.__setitem__(slice(0,1),[1]),lambda:a.__setitem__(slice(0,3,2),array('i',[1])),lambda:a.__delitem__(9),lambda:a.__reduce_ex__(3),lambda:a.__reduce_ex__(2),lambda:repr(array('u','ab')),lambda:repr(array('i')),lambda:array('d',[1.5,2]),lambda:a*'x',lambda:a.__setitem__(slice(0,1),array('d')),lambda:array('i',range(3)),lambda:A.typecodes,lambda:array('iu'),lambda:array(5),lambda:array('i',[1],x=2),lambda:a=='x',lambda:a<array('i',[1,2,4]),lambda:a.index(2,-2,5), lambda:A.array, lambda: a.fromfile(5,1), lambda: a.insert(1,'x'), lambda: array('u','é').tounicode(), lambda: a.byteswap() or a, lambda: array('h',array('d',[1.0])), lambda: array('f',[1e300]), lambda: a.__class_getitem__(int), lambda: a.count(1.0)): t(f)
b=array('h',range(10)); print(b[2:5],b[::-2],b[-1],b.tobytes(),memoryview(b)[3],memoryview(b).format); b[1:3]=array('h',[9,9,9]); print(b); del b[::3]; print(b); b*=2; print(b,b*0,2*b[:2]); b.reverse(); print(b, len(b), 9 in b, b.count(9)); b+=b; print(b.itemsize,b.typecode)
memoryview(b)[0]=77; print(b[0]); b.insert(0,5); b.insert(-1,6); b.insert(99,7); print(b.tolist())
import copy; print(copy.copy(b)==b, b!=array('h'), bytes(array('B',b'abc')), bytearray(array('h',[1,2])))
for f in range(22): t(lambda: A._array_reconstructor(array,'d' if 14<=f<18 else 'u' if f>=18 else 'q',f,b'\x80\x01\0\0\0\0\0\x41'))
class S(array): pass
s=S('i',[1]); s.x=1; print(s, s.__reduce_ex__(2), s.x, type(s[:]), type(s+s))

# Indexes whose product with the item's size is beyond 64 bits.
for code, index in (("q", 2**61), ("q", -(2**61) - 1), ("i", 2**62 + 1), ("b", -4), ("h", 3)):
    three = array(code, [10, 20, 30])
    try:
        print(three.pop(index))
    except IndexError as error:
        print(error, three.tolist())
