"""In-place operators, unary operators, comparisons and their reflections."""


def show(name, f):
    try:
        print(name, repr(f()))
    except Exception as e:
        print(name, type(e).__name__ + ":", e)


def iadd(a, b):
    a += b
    return a


def isub(a, b):
    a -= b
    return a


def imul(a, b):
    a *= b
    return a


def ior(a, b):
    a |= b
    return a


def iand(a, b):
    a &= b
    return a


def ixor(a, b):
    a ^= b
    return a


def ipow(a, b):
    a **= b
    return a


def imat(a, b):
    a @= b
    return a


def idiv(a, b):
    a /= b
    return a


def ifloor(a, b):
    a //= b
    return a


def imod(a, b):
    a %= b
    return a


def ishl(a, b):
    a <<= b
    return a


def ishr(a, b):
    a >>= b
    return a


for f in (iadd, isub, imul, ior, iand, ixor, ipow, imat, idiv, ifloor, imod, ishl, ishr):
    for a, b in ((5, 3), (5, "x"), ("a", "b"), ([1], [2]), ([1], (2,)), ([1], "ab"), ([1], 2), ((1,), (2,)), ({1}, {2}), ({1}, [2]), ({1: 2}, {3: 4}), ({1: 2}, [(5, 6)]), ({1: 2}, 3), (2.5, 2), (bytearray(b"a"), b"b"), (b"a", b"b"), (None, 1), (1, None), (7, 0)):
        a = a.copy() if hasattr(a, "copy") else a
        if f is not imul or type(a) not in (set, dict):
            show("%s %r %r" % (f.__name__, a, b), lambda: f(a, b))
x = y = [1]
x += [2]
print(x is y, y)
x = x + [3]
print(x is y, y)
s = t = {1}
s |= {2}
s -= {1}
s ^= {5, 2}
print(s is t, sorted(t))
u = v = "a"
u += "b"
print(u, v)
t = ([1],)
try:
    t[0] += [2]
except TypeError as e:
    print(e, t)


class I:
    def __init__(self):
        self.log = []

    def __iadd__(self, other):
        self.log.append(other)
        return self

    def __isub__(self, other):
        return "replaced"

    def __neg__(self):
        return "neg"

    def __pos__(self):
        return "pos"

    def __invert__(self):
        return "invert"

    def __abs__(self):
        return "abs"


i = I()
i += 1
i += "two"
print(i.log)
print(-i, +i, ~i, abs(i))
i -= 1
print(i)
for value in (5, -5, True, 2.5, -0.0, 3 + 4j, "a", None, [1], 2**80):
    show("neg %r" % (value,), lambda: -value)
    show("pos %r" % (value,), lambda: +value)
    show("inv %r" % (value,), lambda: ~value)
    show("abs %r" % (value,), lambda: abs(value))
    show("not %r" % (value,), lambda: not value)


class C:
    def __init__(self, result):
        self.result = result

    def __eq__(self, other):
        return self.result

    def __lt__(self, other):
        return "lt"

    def __le__(self, other):
        return NotImplemented

    def __gt__(self, other):
        return "gt"

    def __contains__(self, other):
        return self.result


show("eq", lambda: C(5) == 1)
show("ne", lambda: C(5) != 1)
show("ne false", lambda: C([]) != 1)
show("ne ni", lambda: C(NotImplemented) != 1)
show("lt", lambda: C(1) < 1)
show("lt reflected", lambda: 1 < C(1))
show("gt reflected", lambda: 1 > C(1))
show("le", lambda: C(1) <= 1)
show("ge", lambda: C(1) >= 1)
show("ge reflected", lambda: 1 >= C(1))
show("in", lambda: 3 in C("yes"))
show("not in", lambda: 3 not in C(""))
show("in int", lambda: 3 in 5)
show("in none", lambda: 3 in None)
show("chain", lambda: 1 < 2 < 3 != 4 > 3 >= 3)
show("chain2", lambda: 1 < 2 > 5 < undefined)  # noqa: F821
show("is", lambda: (None is None, [] is []))
show("and", lambda: (0 and 1, "" or "x", 1 and 2 and 3, 0 or [] or None))
COMPARED = [1, 1.0, True, "a", b"a", [1], (1,), {1}, {1: 1}, None, 1j, 2**70, float("nan")]
for a in COMPARED:
    print(repr(a), [a == b for b in COMPARED], [a != b for b in COMPARED])
for a in COMPARED:
    for b in COMPARED:
        def less():
            return (a < b, a <= b, a > b, a >= b)

        show("order %r %r" % (a, b), less)
