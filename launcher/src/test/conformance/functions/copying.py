# What object.__reduce_ex__ and its kin answer, from protocol 2 on. Without the library's copyreg
# a stand-in with the three functions that the VM asks for is imported in its place.
import builtins

try:
    import copyreg
except ImportError:

    class StandIn:
        pass

    def __newobj__(cls, *args):
        return cls.__new__(cls, *args)

    def __newobj_ex__(cls, args, kwargs):
        return cls.__new__(cls, *args, **kwargs)

    def _slotnames(cls):
        found = []
        for c in cls.__mro__:
            if "__slots__" in c.__dict__:
                found += [n for n in c.__slots__ if n not in ("__dict__", "__weakref__")]
        return found

    copyreg = StandIn()
    copyreg.__newobj__ = __newobj__
    copyreg.__newobj_ex__ = __newobj_ex__
    copyreg._slotnames = _slotnames
    real = builtins.__import__
    builtins.__import__ = lambda name, *rest: copyreg if name == "copyreg" else real(name, *rest)


def shown(r):
    if not isinstance(r, tuple):
        return r
    maker, args, state, items, pairs = r
    return (
        maker.__name__,
        args,
        state,
        items if items is None else list(items),
        pairs if pairs is None else list(pairs),
    )


def attempt(what):
    try:
        print(what())
    except Exception as e:
        print(type(e).__name__, e)


class C:
    pass


class S:
    __slots__ = ("a", "b")


class SD(S):
    __slots__ = ("c", "__dict__")


c = C()
for p in range(2, 6):
    attempt(lambda: shown(c.__reduce_ex__(p)))
print(c.__getstate__())
c.x = 1
c.y = [2]
print(c.__getstate__())
attempt(lambda: shown(c.__reduce_ex__(2)))
del c.x, c.y
print(c.__getstate__())

s = S()
print(s.__getstate__())
s.b = 3
print(s.__getstate__())
attempt(lambda: shown(s.__reduce_ex__(4)))
sd = SD()
sd.a, sd.c, sd.d = 1, 2, 3
print(sd.__getstate__())
del sd.d
print(sd.__getstate__())

for x in (1, "a", (1,), None, [1, 2], {1: 2}, 1.5, True, b"b", 1j, object()):
    attempt(lambda: shown(x.__reduce_ex__(2)))
    attempt(lambda: object.__getstate__(x))
for x in (property(), c.__reduce__.__self__.__class__.__dict__, c.__init__.__self__, attempt):
    attempt(lambda: shown(x.__reduce_ex__(2)))
attempt(lambda: (i for i in ()).__reduce_ex__(2))


class L(list):
    pass


class D(dict):
    pass


l = L([1, 2])
l.tag = "t"
attempt(lambda: shown(l.__reduce_ex__(2)))
attempt(lambda: shown(D(a=1).__reduce_ex__(3)))


class N:
    def __init__(self, given):
        self.given = given

    def __getnewargs__(self):
        return self.given


class X(N):
    def __getnewargs_ex__(self):
        return self.given


for given in ((), (1, 2), [1], None):
    attempt(lambda: shown(N(given).__reduce_ex__(2)))
for given in (((1,), {"k": 2}), ((1,), {}), (1,), [1], (1, {}), ((), 1)):
    attempt(lambda: shown(X(given).__reduce_ex__(2)))


class G:
    def __getstate__(self):
        return "mine"


attempt(lambda: shown(G().__reduce_ex__(2)))


class R:
    def __reduce__(self):
        return "name"


for p in range(6):
    print(R().__reduce_ex__(p))
attempt(lambda: c.__reduce_ex__("2"))
attempt(lambda: c.__reduce_ex__())

print({1}.__reduce__(), set().__reduce__(), frozenset([2]).__reduce__())
print({1}.__reduce_ex__(2) == {1}.__reduce__())


class T(set):
    pass


t = T([1])
t.tag = 1
print(t.__reduce__()[0].__name__, t.__reduce__()[1:])
S.__slotnames__ = 5
attempt(lambda: s.__getstate__())
S.__slotnames__ = None
print(s.__getstate__())
