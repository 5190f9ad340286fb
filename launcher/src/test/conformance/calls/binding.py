"""How calls bind arguments to parameters, and what is said when they do not fit."""


def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


def none(): return ()
def one(a): return (a,)
def two(a, b): return (a, b)
def dflt(a, b=2, c=3): return (a, b, c)
def star(*args): return args
def stars(**kw): return kw
def both(a, *args, k=5, **kw): return (a, args, k, kw)
def only(*, k): return k
def only2(*, j, k=2, l): return (j, k, l)
def pos(a, b, /): return (a, b)
def posd(a, b=2, /, c=3, *, d=4): return (a, b, c, d)
def posk(a, /, **kw): return (a, kw)
def many(a, b, c, d, e): return 1


class C:
    def m(self, a): return (self.__class__.__name__, a)
    @classmethod
    def c(cls, a, b=0): return (cls.__name__, a, b)
    @staticmethod
    def s(a): return a
    def none(): return 1
    def __call__(self, *a, **k): return (a, k)


class I:
    def __init__(self, a, *, b=1): self.v = (a, b)
    def __repr__(self): return "I%r" % (self.v,)


class N:
    def __new__(cls, *a, **k):
        self = object.__new__(cls)
        self.args = a, k
        return self


class Map:
    def keys(self): return ["a", "b"]
    def __getitem__(self, k): return k * 2


class BadMap:
    def keys(self): return [1]
    def __getitem__(self, k): return k


c = C()
for f in (
    lambda: none(), lambda: none(1), lambda: none(1, 2), lambda: none(a=1), lambda: none(*[]), lambda: none(**{}), lambda: none(*[1]),
    lambda: one(1), lambda: one(), lambda: one(1, 2), lambda: one(a=1), lambda: one(1, a=2), lambda: one(b=1), lambda: one(1, b=2), lambda: one(*[1]), lambda: one(*[1, 2, 3]), lambda: one(**{"a": 5}), lambda: one(*"x"),
    lambda: two(1), lambda: two(), lambda: two(b=1), lambda: two(1, 2, 3), lambda: two(b=1, a=2), lambda: two(1, **{"b": 3}), lambda: two(1, **{"a": 3}), lambda: two(a=1, **{"a": 3}), lambda: two(*[1], **{"b": 2}), lambda: two(*[1], 2), lambda: two(*[1], *[2]), lambda: two(**{"a": 1}, **{"b": 2}), lambda: two(**{"a": 1}, **{"a": 2}),
    lambda: dflt(), lambda: dflt(1), lambda: dflt(1, c=5), lambda: dflt(1, 2, 3, 4), lambda: dflt(b=1), lambda: dflt(1, d=3), lambda: dflt(1, 2, b=3), lambda: dflt(c=1, a=2),
    lambda: star(), lambda: star(1, 2), lambda: star(*range(3), 9, *"ab"), lambda: star(a=1), lambda: stars(), lambda: stars(a=1, b=2), lambda: stars(1), lambda: stars(1, 2), lambda: stars(**{"x y": 1}), lambda: stars(**{1: 2}), lambda: stars(**Map()), lambda: stars(**BadMap()), lambda: stars(**5), lambda: stars(**[1]), lambda: star(*5), lambda: star(*None), lambda: both(1, *5), lambda: both(1, **None),
    lambda: both(1), lambda: both(1, 2, 3), lambda: both(1, 2, k=3, z=4), lambda: both(), lambda: both(k=1), lambda: both(1, a=2), lambda: both(*[1, 2], **{"k": 3, "q": 4}),
    lambda: only(k=1), lambda: only(1), lambda: only(), lambda: only(1, k=2), lambda: only(j=1), lambda: only2(), lambda: only2(j=1), lambda: only2(j=1, l=2), lambda: only2(1, j=1, l=2), lambda: only2(1, 2, j=1),
    lambda: pos(1, 2), lambda: pos(1), lambda: pos(a=1, b=2), lambda: pos(1, b=2), lambda: pos(1, 2, 3), lambda: posd(1), lambda: posd(1, 2, 3), lambda: posd(1, 2, 3, 4), lambda: posd(1, c=9, d=8), lambda: posd(a=1), lambda: posd(1, b=2), lambda: posk(1, a=2), lambda: posk(a=2), lambda: posk(),
    lambda: many(), lambda: many(1), lambda: many(1, 2, 3), lambda: many(1, 2, 3, 4), lambda: many(1, 2, 3, 4, 5, 6), lambda: many(a=1, e=2),
    lambda: c.m(1), lambda: c.m(), lambda: c.m(1, 2), lambda: C.m(c, 1), lambda: C.m(1), lambda: C.m(), lambda: c.c(1), lambda: C.c(), lambda: C.c(1, b=2), lambda: C.c(1, 2, 3), lambda: c.s(1), lambda: C.s(), lambda: c.none(), lambda: C.none(), lambda: c(1, x=2), lambda: c(),
    lambda: I(1), lambda: I(), lambda: I(1, 2), lambda: I(1, b=5), lambda: I(b=5), lambda: N(1, x=2).args, lambda: C(1), lambda: C(a=1), lambda: object(1), lambda: I.__init__(1), lambda: I.__init__(),
    lambda: 5(), lambda: "a"(), lambda: None(), lambda: [1](0), lambda: c.missing(), lambda: (lambda: 1)(2), lambda: (lambda x: x)(), lambda: (lambda *, x: x)(5), lambda: (lambda x, /: x)(x=1),
    lambda: int(1, 2, 3), lambda: int(a=1), lambda: len(a=[1]), lambda: [].append(), lambda: [].append(1, 2), lambda: [].append(x=1), lambda: "".join(), lambda: "".join(1), lambda: "".join([1]), lambda: "a".split(1, 2, 3), lambda: "a".split(foo=1), lambda: "a b".split(maxsplit=0), lambda: {}.get(), lambda: {}.update(1), lambda: {}.update([1]), lambda: {}.update([(1, 2, 3)]), lambda: {}.update(1, 2), lambda: dict(a=1, **{"b": 2}), lambda: dict([("a", 1)], a=2), lambda: isinstance(1), lambda: isinstance(1, 2, 3), lambda: hasattr(1), lambda: setattr(1, 2), lambda: ord(), lambda: divmod(1), lambda: list.append([], 1), lambda: list.append(1, 2), lambda: list.append(), lambda: str.upper(5), lambda: dict.fromkeys(), lambda: range(1, 2, step=3), lambda: slice(stop=1), lambda: "a".encode(encoding="ascii", errors="strict"), lambda: "a".replace("a"), lambda: b"".hex(1, 2, 3), lambda: (1).to_bytes(length=2, byteorder="big"), lambda: bytes(1, 2, 3, 4), lambda: print(1, 2, sep="", file=None, end=""), lambda: sorted([2, 1], key=None, reverse=1), lambda: max(1, 2, key=5), lambda: type.mro(), lambda: object.__init__(), lambda: object.__eq__(1), lambda: int.__add__(1), lambda: int.__add__("a", 1), lambda: [].sort(1), lambda: float(1, 2), lambda: complex(1, 2, 3), lambda: complex("1", 2), lambda: bool(1, 2), lambda: tuple(1, 2), lambda: set(1, 2), lambda: frozenset(a=1), lambda: property(1, 2, 3, 4, 5), lambda: classmethod(), lambda: super(1, 2, 3), lambda: enumerate([], 1, 2), lambda: map(), lambda: filter(None), lambda: iter(1, 2, 3), lambda: next(1, 2, 3), lambda: memoryview(), lambda: bytearray(1, 2, 3, 4), lambda: type(1, 2), lambda: {}.pop(), lambda: [].pop(1, 2), lambda: [].insert(1), lambda: "".startswith(), lambda: "".startswith(1), lambda: "a".startswith(("a", 1)), lambda: "a".center(), lambda: "a".center("b"), lambda: "a".center(3, "ab"), lambda: "a".find(), lambda: "a".find(1), lambda: "a".strip(1), lambda: "a".count(), lambda: "a".translate(), lambda: "a".format_map(), lambda: "a".zfill("a"), lambda: "a".expandtabs("a"),
):
    show(f)


def order(log, value):
    log.append(value)
    return value


log = []
both(order(log, 1), order(log, 2), *[order(log, 3)], k=order(log, 4), **{"z": order(log, 5)})
print(log)


def mutable(a, acc=[]):
    acc.append(a)
    return acc


print(mutable(1), mutable(2), mutable(3, []), mutable.__defaults__)
mutable.__defaults__ = (7,)
show(lambda: mutable(1))
dflt.__defaults__ = None
show(lambda: dflt(1))
only.__kwdefaults__ = {"k": 9}
show(only)
both.__kwdefaults__["k"] = 6
show(lambda: both(1))
