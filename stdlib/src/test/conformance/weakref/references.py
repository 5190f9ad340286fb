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

    def m(self):
        return self.n

    def __eq__(self, other):
        return isinstance(other, A) and self.n == other.n

    def __hash__(self):
        return hash(self.n)


a = A(3)
r1 = weakref.ref(a)
r2 = weakref.ref(a)
print(r1 is r2, r1() is a, weakref.getweakrefcount(a), weakref.getweakrefs(a) == [r1])
same = A(3)
print(a.__weakref__ is r1, r1.__callback__, hash(r1) == hash(a), r1 == weakref.ref(same), r1 != r2)
t(lambda: weakref.ref(1))
t(lambda: weakref.ref("x"))
t(lambda: weakref.ref(None))
t(lambda: weakref.ref([]))
t(lambda: weakref.ref({}))
t(lambda: weakref.ref(()))
t(lambda: weakref.ref(object()))
t(lambda: weakref.ref(1.5))
t(lambda: weakref.ref(ValueError()))
t(lambda: weakref.ref(r1))
t(lambda: weakref.ref())
t(lambda: weakref.ref(a, 1, 2))
t(lambda: weakref.ref(a, callback=None))
for o in (len, set(), frozenset(), (x for x in ()), A, (lambda: 0), weakref, a.m, t.__code__):
    print(type(o).__name__, weakref.ref(o)() is o)


class S:
    __slots__ = ("x",)


class W:
    __slots__ = ("__weakref__",)


class I(int):
    pass


class T(tuple):
    pass


class L(list):
    pass


class E(Exception):
    pass


t(lambda: weakref.ref(S()))
t(lambda: weakref.ref(I()))
t(lambda: weakref.ref(T()))
for o in (W(), L(), E(), type("X", (S,), {})()):
    print(type(o).__name__, weakref.ref(o)() is o)


def twice():
    class B:
        __slots__ = ("__weakref__", "__weakref__")


def inherited():
    class B(A):
        __slots__ = ("__weakref__",)


def variable():
    class B(int):
        __slots__ = ("__weakref__",)


def has_dict():
    class B(A):
        __slots__ = ("__dict__",)


for f in (twice, inherited, variable, has_dict):
    t(f)

log = []
b = A(4)
r = weakref.ref(b, lambda ref: log.append((ref is r, ref())))
print(r.__callback__ is not None, weakref.getweakrefcount(b))
h = hash(r)
del b
gc.collect()
print(log, r(), r.__callback__, hash(r) == h)
dead = weakref.ref(A())
gc.collect()
t(lambda: hash(dead))
print(dead == dead, dead == r, repr(dead).endswith("; dead>"))
print("to 'A' at" in repr(r1), "(t)" in repr(weakref.ref(t)))


class Keyed(weakref.ref):
    __slots__ = ("key",)

    def __new__(cls, o, callback=None, key=None):
        self = super().__new__(cls, o, callback)
        self.key = key
        return self

    def __init__(self, o, callback=None, key=None):
        super().__init__(o, callback)


k1 = Keyed(a, key="one")
k2 = Keyed(a, lambda ref: log.append(ref.key), key="two")
print(k1.key, k2.key, k1 is k2, k1() is a, weakref.getweakrefcount(a), isinstance(k1, weakref.ref))
print(weakref.ReferenceType is weakref.ref, weakref.ref[int])


def failing(ref):
    raise KeyError("in a callback")


import sys

seen = []
sys.unraisablehook = lambda args: seen.append((args.exc_type.__name__, args.object is failing, args.err_msg))
c = A()
rc = weakref.ref(c, failing)
del c
gc.collect()
print(seen)
sys.unraisablehook = sys.__unraisablehook__
order = []
d = A()
rs = [weakref.ref(d, lambda ref, i=i: order.append(i)) for i in range(3)]
del d
gc.collect()
print(sorted(order))
