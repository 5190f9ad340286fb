# The special methods of built-in types, called by name over values at the edges: what an operator would hide
# behind the other operand's answer shows here. A line for each type and method.
import math
import zlib


def one(f, *args):
    try:
        return repr(f(*args))
    except Exception as e:
        return "%s(%s)" % (type(e).__name__, e)


def total(name, results):
    results = list(results)
    print(name, len(results), zlib.crc32("|".join(results).encode("utf-8", "surrogatepass")))


COMPARE = ("__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__")
ARITHMETIC = ("__add__", "__sub__", "__mul__", "__truediv__", "__floordiv__", "__mod__", "__divmod__", "__pow__")
REFLECTED = tuple("__r" + name[2:] for name in ARITHMETIC)
BITS = ("__and__", "__or__", "__xor__", "__lshift__", "__rshift__", "__rand__", "__ror__", "__rxor__", "__rlshift__", "__rrshift__")
NUMBERS = [0, 1, -1, True, False, 3, -7, 2**31, 2**47, -(2**47), 2**62, 2**63 - 1, -(2**63), 2**64, 10**20]
NUMBERS += [0.0, -0.0, 1.0, 0.5, -2.5, 3.0, 2.0**47, 2.0**63, 1e20, 1e308, 5e-324, math.inf, -math.inf, math.nan]
NUMBERS += [0j, 1j, 1 + 0j, complex(math.nan, 0), complex(math.inf, -1), -0.0 - 0j]
OTHERS = [None, "", "a", b"a", (), [1], {}, {1}, range(3)]
SMALL = [n for n in NUMBERS if not isinstance(n, int) or abs(n) < 100]
for t in (int, bool, float, complex):
    own = [n for n in NUMBERS if type(n) is t]
    for name in COMPARE + ARITHMETIC + REFLECTED + (BITS if t in (int, bool) else ()):
        if hasattr(t, name):
            short = "pow" in name or "shift" in name
            total("%s %s" % (t.__name__, name), (one(getattr(t, name), a, b) for a in own for b in (SMALL if short else NUMBERS) + OTHERS if not (short and type(a) is int and abs(a) > 99)))
    for name in ("__neg__", "__pos__", "__abs__", "__invert__", "__bool__", "__int__", "__float__", "__index__", "__round__", "__trunc__", "__floor__", "__ceil__", "__hash__", "__repr__", "__str__", "__getnewargs__", "conjugate", "is_integer", "as_integer_ratio", "hex"):
        if hasattr(t, name):
            total("%s %s" % (t.__name__, name), (one(getattr(t, name), a) for a in own if not (name == "__hash__" and a != a)))

TEXTS = ["", "a", "b", "ab", "ba", "aa", "\x00", "é", "€", "😀", "a😀"]
LISTS = {
    "str": TEXTS,
    "bytes": [t.encode() for t in TEXTS],
    "bytearray": [bytearray(t.encode()) for t in TEXTS],
    "tuple": [(), (1,), (2,), (1, 2), (2, 1), (1, 1), (None,), ((),), (1.0,), (1, 2, 3)],
    "list": [[], [1], [2], [1, 2], [2, 1], [1, 1], [None], [[]], [1.0], [1, 2, 3]],
    "range": [range(0), range(1), range(3), range(1, 3), range(0, 3, 2), range(3, 0, -1), range(0, -1), range(5, 0, -2)],
    "dict": [{}, {1: 2}, {1: 3}, {2: 1, 1: 2}, {1: 2, 2: 1}, {"a": 1}, {None: None}],
    "set": [set(), {1}, {2}, {1, 2}, {1, 2, 3}, {8, 0}, {None}],
    "frozenset": [frozenset(), frozenset({1}), frozenset({1, 2}), frozenset({2, 3})],
    "slice": [slice(None), slice(1), slice(0, 5, 2), slice(1, None), slice(None, None, -1)],
}
COUNTS = [-1, 0, 1, 2, 3, True, None, 1.5, 2**70]
ITEMS = [None, 0, 1, 2, 1.0, "", "a", "😀", b"a", b"", (), 97, 300, -1, [], frozenset()]
for kind, values in LISTS.items():
    t = type(values[0])
    cousins = values + [LISTS["list"][3], LISTS["tuple"][3], LISTS["set"][2], "ab", b"ab", 5, None]
    for name in COMPARE + ("__add__", "__sub__", "__and__", "__or__", "__xor__", "__rsub__", "__rand__", "__ror__", "__rxor__", "__mod__"):
        if hasattr(t, name) and not (t in (str, bytes, bytearray) and name == "__mod__"):
            total("%s %s" % (kind, name), (one(getattr(t, name), a, b) for a in values for b in cousins))
    for name in ("__contains__", "index", "count", "remove", "__delitem__", "pop", "discard", "get", "__getitem__"):
        if hasattr(t, name):
            total("%s %s" % (kind, name), (one(lambda v, i: (getattr(v, name)(i), v), v if t.__hash__ else v.copy(), i) for v in values for i in ITEMS + [slice(1), slice(None, None, -1), slice(-1, None)]))
    for name in ("__mul__", "__rmul__", "__imul__"):
        if hasattr(t, name):
            total("%s %s" % (kind, name), (one(getattr(t, name), v if t.__hash__ else v.copy(), n) for v in values if len(v) or kind != "range" for n in (COUNTS if len(v) else COUNTS[:-1])))
    for name in ("__len__", "__repr__", "__str__", "copy", "reverse", "sort", "clear", "__bool__", "__reversed__", "__getnewargs__", "popitem"):
        if hasattr(t, name) and not (name == "__reversed__"):
            total("%s %s" % (kind, name), (one(lambda v: (getattr(v, name)(), v), v if t.__hash__ or t is slice else v.copy()) for v in values))

# Iterators: what is left, how they end, and that they stay ended.
def steps(make):
    out = []
    i = iter(make())
    for _ in range(5):
        hint = i.__length_hint__() if hasattr(i, "__length_hint__") else None
        out.append((hint, one(next, i), next(i, "end")))
    return out


MAKERS = {
    "range": (lambda: range(4), lambda: range(5), lambda: range(9, 0, -3), lambda: range(0, 10, 5), lambda: range(2**63 - 1, 2**63 + 2), lambda: range(3, 3)),
    "list": (lambda: [1, 2, 3], lambda: [], lambda: reversed([1, 2, 3])),
    "tuple": (lambda: (1, 2, 3), lambda: ()),
    "str": (lambda: "abc", lambda: "é€😀", lambda: ""),
    "bytes": (lambda: b"abc", lambda: bytearray(b"ab")),
    "dict": (lambda: {1: 2, 3: 4}, lambda: {1: 2}.items(), lambda: {1: 2, 3: 4, 5: 6}.values(), lambda: reversed({1: 2, 3: 4})),
    "others": (lambda: zip((1, 2), (3,)), lambda: map(abs, (-1, -2)), lambda: filter(None, (0, 1, 2)), lambda: enumerate("ab", 5), lambda: reversed(range(3)), lambda: memoryview(b"ab")),
}
for kind, makers in MAKERS.items():
    for make in makers:
        print(kind, steps(make))
