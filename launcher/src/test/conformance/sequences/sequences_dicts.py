class S(set): pass
class F(frozenset): pass
class L(list): pass
class T(tuple): pass
class D(dict):
    def __missing__(self, k): return ('missing', k)
class I:
    def __index__(self): return 2
a=[1,2,3,4,5]
def t(f):
    try: print(repr(f()))
    except BaseException as x: print('!!',type(x).__name__,x)
def st(k,v,n=6):
    l=list(range(n)); l[k]=v; return l
def dl(k,n=6):
    l=list(range(n)); del l[k]; return l
r=[]; r.append(r); r.append((r,))
d={}; d['d']=d; d[1]=[d]
tests=[lambda:a,lambda:a[1],lambda:a[-1],lambda:a[5],lambda:a['x'],lambda:a[10**100],lambda:a[1:3],lambda:a[::-1],lambda:a[::2],lambda:a[10:],lambda:a[I()],
lambda:st(slice(1,3),'abc'),lambda:st(slice(None,None,2),'abc'),lambda:st(slice(None,None,2),'ab'),lambda:st(slice(None,None,-1),range(6)),lambda:st(slice(1,3),5),lambda:st(slice(1,5,2),5),lambda:st(slice(4,1),[9]),lambda:st(9,1),lambda:st(-1,7),lambda:st('a',1),
lambda:dl(slice(None,None,2)),lambda:dl(slice(None,None,-2)),lambda:dl(slice(1,3)),lambda:dl(slice(5,1,-1)),lambda:dl(9),lambda:dl(-1),lambda:dl(slice(0,6)),
lambda:a+[6],lambda:a+(1,),lambda:a*2,lambda:2*a,lambda:a*'x',lambda:a*1.5,lambda:a*-1,lambda:a==[1,2,3,4,5],lambda:a<[1,2,4],lambda:a<5,lambda:a!=[1],lambda:[1,[2]]>[1,[1,5]],
lambda:r,lambda:d,lambda:a.index(3),lambda:a.index(9),lambda:a.index(3,3),lambda:a.index(3,-3),lambda:a.count(1),lambda:a.count(True),lambda:a.pop(10),lambda:[].pop(),lambda:[1].pop('a'),lambda:[].remove(1),lambda:[1,2].insert(10**100,1),
lambda:[3,1,2].sort(),lambda:sorted([3,1,2],reverse=True),lambda:sorted(['b','a','C'],key=str.lower) if hasattr(str,'lower') else 0,lambda:sorted([1,'a']),lambda:sorted([(1,'b'),(1,'a'),(0,'z')],key=lambda p:p[0]),lambda:sorted([(1,'b'),(1,'a'),(0,'z')],key=lambda p:p[0],reverse=True),lambda:sorted([1.5,0.5,-1.0]),
lambda:list(5),lambda:list(1,2),lambda:list(a=1),lambda:L([1,2]),lambda:type(L([1])+[2]),lambda:type(L([1])[:]),lambda:list('abc'),
lambda:(1,),lambda:(),lambda:(1,2)[0],lambda:(1,2)[5],lambda:(1,2)['a'],lambda:(1,2,3)[::-1],lambda:(1,)+(2,),lambda:(1,)+[2],lambda:(1,2)*2,lambda:hash((1,2,3)),lambda:hash(()),lambda:hash((1,[])),lambda:(1,2)<(1,3),lambda:(1,2).index(5),lambda:(1,2,1).count(1),lambda:T([1,2]),lambda:type(T((1,2))[:]),lambda:tuple(5),lambda:tuple(1,2),
lambda:range(5),lambda:range(1,10,3),lambda:list(range(1,10,3)),lambda:len(range(10**20)),lambda:range(10**20)[10**19],lambda:range(10)[::-2],lambda:list(range(10)[::-2]),lambda:range(0),lambda:range(),lambda:range(1,2,3,4),lambda:range('a'),lambda:range(1,2,0),lambda:range(10)[10],lambda:range(10)['a'],lambda:5 in range(10),lambda:5.0 in range(10),lambda:'a' in range(3),lambda:range(0,10,3)==range(0,12,3),lambda:hash(range(3))==hash(range(0,3,1)),lambda:list(reversed(range(10,0,-3))),lambda:range(5).index(7),lambda:range(5).index(3),lambda:range(5).index('a'),lambda:range(5).count(3),lambda:list(range(2**60,2**60+3)),lambda:list(reversed(range(2**64,2**64+3))),lambda:range(True),lambda:range(3)<range(4),
lambda:slice(1),lambda:slice(1,2,3),lambda:slice(1)==slice(1),lambda:slice(1)<slice(2),lambda:hash(slice(1)),lambda:slice(None,None,-1).indices(5),lambda:slice(10**30).indices(5),lambda:slice(1,2,0).indices(3),lambda:slice(1).indices(-1),lambda:slice(),lambda:slice('a').indices(5),
lambda:{},lambda:{1:2,'a':[1]},lambda:{1:2}[1],lambda:{1:2}[3],lambda:{1:2}[[]],lambda:D(a=1)['b'],lambda:D(a=1),lambda:dict([(1,2),[3,4]]),lambda:dict([1]),lambda:dict([(1,2,3)]),lambda:dict(5),lambda:dict(1,2),lambda:dict({1:2},a=3),lambda:{1:2}|{3:4},lambda:{1:2}|[(1,2)],lambda:{1:2}.get(5,6),lambda:{1:2}.pop(5),lambda:{1:2}.pop(5,7),lambda:{1:2}.pop(1),lambda:{}.popitem(),lambda:{1:2,3:4}.popitem(),lambda:{1:2}.setdefault(1,5),lambda:{1:2}.setdefault(2),lambda:dict.fromkeys('abc',0),lambda:D.fromkeys([1]),lambda:{1:2}.keys(),lambda:{1:2}.values(),lambda:{1:2}.items(),lambda:list(reversed({1:2,3:4})),lambda:list(reversed({1:2,3:4}.items())),lambda:{1:2}.keys()&[1,5],lambda:{1:2}.keys()|[5],lambda:[5,1]-{1:2}.keys(),lambda:{1:2}.keys()^[5],lambda:{1:2}.items()&{(1,2)},lambda:{1:2}.keys()=={1},lambda:{1:2}.keys()<{1,2},lambda:{1:2}.keys()<[1],lambda:{1:2}.keys().isdisjoint([2]),lambda:{1:2}=={1:2.0},lambda:{1:2}!={1:3},lambda:{1:2}<{1:3},lambda:(1,2) in {1:2}.items(),lambda:{1:2}.keys().mapping,lambda:list({1:2,3:4}.values()),lambda:{1:[]}.items(),lambda:hash({}),
]
for f in tests: t(f)
def ch():
    d={1:1}
    for k in d: d[k+1]=1
t(ch)
def ch2():
    s={1}
    for k in s: s.add(k+1)
t(ch2)
def ch3():
    l=[3,2,1]
    def key(x): l.append(1); return x
    l.sort(key=key)
t(ch3)
def ch4():
    d={1:1}
    for k in d:
        del d[k]; d[k+1]=1
t(ch4)
def s1():
    l=[5,4,3]; l+=(1,2); l*=2; l.reverse(); l.extend({7:1}); l.insert(-1,99); return l
t(s1)
x=list(range(1000)); import_=[(i*7919)%1000 for i in x]; import_.sort(); print(import_==x)
y=[((i*7919)%10,i) for i in range(500)]; y.sort(key=lambda p:p[0]); print(y==sorted(y))
y.sort(key=lambda p:p[0],reverse=True); print(y[:3],y[-3:])
