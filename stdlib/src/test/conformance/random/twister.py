import _random
for s in (0,1,12345,2**100,-5,'abc' and 7, 3.5):
    r=_random.Random(s); print(s,[r.random() for _ in range(3)],[r.getrandbits(k) for k in (1,5,31,32,33,48,49,63,64,65,100,1000,0)], [r.random() for _ in range(1300)][-1])
    st=r.getstate(); a=r.random(); r.setstate(st); print(a==r.random(), len(st), st[-1], st[5])
for f in (lambda: r.getrandbits(-1), lambda: r.setstate(1), lambda: r.setstate((1,)), lambda:r.setstate((1,)*624+(700,)), lambda:r.setstate((-1,)*625), lambda:r.setstate(('a',)*625)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
