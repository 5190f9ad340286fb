import gc
import weakref


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


class A:
    def __init__(self, n=0):
        self.n = n

    def __len__(self):
        return 5

    def __getitem__(self, i):
        return i * 2

    def __setitem__(self, i, v):
        self.item = (i, v)

    def __delitem__(self, i):
        self.item = i

    def __contains__(self, x):
        return x == 1

    def __add__(self, o):
        return self.n + (o.n if isinstance(o, A) else o)

    def __radd__(self, o):
        return o + self.n + 100

    def __iadd__(self, o):
        self.n += o
        return self

    def __lt__(self, o):
        return self.n < (o.n if isinstance(o, A) else o)

    def __neg__(self):
        return -self.n

    def __index__(self):
        return self.n

    def __int__(self):
        return self.n

    def __divmod__(self, o):
        return ("divmod", o)

    def __pow__(self, o, m=None):
        return ("pow", o, m)

    def __matmul__(self, o):
        return ("matmul", o)

    def __iter__(self):
        return iter([1, 2, 3])

    def __reversed__(self):
        return "reversed"

    def __bytes__(self):
        return b"bytes"

    def __str__(self):
        return "an A"


a = A(3)
p = weakref.proxy(a)
print(type(p).__name__, p.n, len(p), p[4], p + 1, 1 + p, p + p, 1 in p, 2 in p)
print(isinstance(p, A), p.__class__ is A, bool(p), str(p), list(p), bytes(p), reversed(p))
print(-p, int(p), divmod(p, 3), pow(p, 2), p @ 5, p < 4, p < p, p == a, p != a)
p.n = 7
print(a.n)
p[1] = 2
print(a.item)
del p[3]
print(a.item)
del p.item
t(lambda: p.item)
q = p
q += 5
print(a.n, q is a)
t(lambda: next(p))
t(lambda: p - 1)
t(lambda: p())
t(lambda: range(10)[p])
print(weakref.proxy(a) is weakref.proxy(a), weakref.getweakrefcount(a))


def f(x, y=1, *, z=0):
    return x + y + z


pf = weakref.proxy(f)
print(type(pf).__name__, pf(2), pf(2, 3, z=4), pf.__name__)
print(weakref.ProxyTypes == (weakref.ProxyType, weakref.CallableProxyType))
log = []
pc = weakref.proxy(a, lambda x: log.append("gone"))
del a, q
gc.collect()
print(log)
for action in (
    lambda: p.n,
    lambda: len(p),
    lambda: p + 1,
    lambda: p[0],
    lambda: str(p),
    lambda: bool(p),
    lambda: p == 1,
    lambda: setattr(p, "x", 1),
):
    t(action)
t(lambda: weakref.proxy(1))


class N:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


n = N()
pn = weakref.proxy(n)
print(list(pn), next(iter(pn), "end"))
