# Operations of containers over the product of small arguments; a line for each operation.
import operator
import zlib


def one(f, *args):
    try:
        return repr(f(*args))
    except Exception as e:
        return "%s(%s)" % (type(e).__name__, e)


def total(name, results):
    results = list(results)
    print(name, len(results), zlib.crc32("|".join(results).encode("utf-8", "surrogatepass")))


BOUNDS = [None, *range(-6, 7), 1 << 70, -(1 << 70)]
STEPS = [None, 1, 2, 3, -1, -2, -3, 0]
LISTS = [[], [1], [1, 2], [1, 2, 3], [3, 1, 2, 1, 0]]
for kind in (list, tuple, bytearray, range, memoryview):
    if kind is range:
        values = [range(0), range(1), range(5), range(1, 9, 3), range(5, -5, -2), range(2**63, 2**63 + 3)]
    elif kind is memoryview:
        values = [memoryview(bytes(l)) for l in LISTS]
    else:
        values = [kind(l) for l in LISTS]
    shown = (lambda x: x.tolist() if isinstance(x, memoryview) else x)
    total(kind.__name__ + " slices", (one(lambda: shown(v[i:j:k])) for v in values for i in BOUNDS for j in BOUNDS for k in STEPS))
    total(kind.__name__ + " items", (one(operator.getitem, v, i) for v in values for i in BOUNDS[1:]))
    total(kind.__name__ + " in", (one(operator.contains, v, x) for v in values for x in (0, 1, 3, 1.0, 2**63 + 1, "a", None)))
    for name in ("lt", "le", "eq", "ne", "gt", "ge"):
        total(kind.__name__ + " " + name, (one(getattr(operator, name), v, w) for v in values for w in values))
    total(kind.__name__ + " reversed", (one(lambda: list(reversed(v))) for v in values))
    if kind is not memoryview:
        total(kind.__name__ + " index", (one(v.index, x) for v in values for x in (0, 1, 3, 1.0, "a")))
        total(kind.__name__ + " count", (one(v.count, x) for v in values for x in (0, 1, 3, 1.0, "a")))
    if kind in (list, tuple, bytearray):
        total(kind.__name__ + " index in part", (one(v.index, x, i, j) for v in values for x in (0, 1, 3) for i in range(-6, 7) for j in range(-6, 7)))
        total(kind.__name__ + " times", (one(operator.mul, v, n) for v in values for n in range(-2, 5)))
        total(kind.__name__ + " sums", (one(operator.add, v, w) for v in values for w in values))


def changed(value, f, *args):
    result = one(f, value, *args)
    return result + repr(value)


for kind in (list, bytearray):
    fresh = lambda: [kind(l) for l in LISTS]
    total(kind.__name__ + " set slice", (changed(v, operator.setitem, slice(i, j, k), kind([7] * n)) for n in (0, 1, 2, 3) for i in BOUNDS[1:] for j in BOUNDS[::2] for k in (None, 2, -1) for v in fresh()))
    total(kind.__name__ + " delete slice", (changed(v, operator.delitem, slice(i, j, k)) for i in BOUNDS for j in BOUNDS for k in STEPS for v in fresh()))
    total(kind.__name__ + " set item", (changed(v, operator.setitem, i, 9) for i in BOUNDS[1:] for v in fresh()))
    total(kind.__name__ + " delete item", (changed(v, operator.delitem, i) for i in BOUNDS[1:] for v in fresh()))
    total(kind.__name__ + " insert", (changed(v, kind.insert, i, 9) for i in BOUNDS[1:-2] for v in fresh()))
    total(kind.__name__ + " pop", (changed(v, kind.pop, i) for i in BOUNDS[1:-2] for v in fresh()))
    total(kind.__name__ + " remove", (changed(v, kind.remove, x) for x in range(5) for v in fresh()))
    total(kind.__name__ + " extend", (changed(v, kind.extend, w) for w in ((), (1,), range(3), "a", 5, {4: 5}) for v in fresh()))
    total(kind.__name__ + " times in place", (changed(v, operator.imul, n) for n in range(-1, 4) for v in fresh()))
    total(kind.__name__ + " reverse", (changed(v, kind.reverse) for v in fresh()))
for n in range(0, 70):
    import random

    values = [random.Random(n).randrange(n // 2 + 1) + i / 1000 for i in range(n)]
    by = sorted(values, key=int)
    if sorted(values) != sorted(reversed(values)) or any(int(a) > int(b) or (int(a) == int(b) and values.index(a) > values.index(b)) for a, b in zip(by, by[1:])):
        print("sort", n)
    if sorted(values, reverse=True) != sorted(values)[::-1] or sorted(sorted(values)[::-1]) != sorted(values):
        print("sort back", n)
SETS = [set(), {1}, {1, 2}, {2, 3}, {1, 2, 3}, {0, 5}, frozenset({1, 2}), frozenset()]
for name in ("and_", "or_", "xor", "sub", "lt", "le", "eq", "ne", "gt", "ge"):
    total("set " + name, (one(lambda: (lambda r: (type(r).__name__, sorted(r)) if isinstance(r, (set, frozenset)) else r)(getattr(operator, name)(a, b))) for a in SETS for b in SETS + [[1, 2], None]))
for name in ("union", "intersection", "difference", "symmetric_difference", "issubset", "issuperset", "isdisjoint"):
    total("set." + name, (one(lambda: (lambda r: sorted(r) if isinstance(r, (set, frozenset)) else r)(getattr(a, name)(b))) for a in SETS for b in SETS + [[1, 2], (5, 0, 5), {1: 2}, "", None]))
for name in ("update", "intersection_update", "difference_update", "symmetric_difference_update", "add", "discard", "remove"):
    total("set." + name, (one(lambda: (lambda s: (getattr(s, name)(b), sorted(s)))(set(a))) for a in SETS for b in [*SETS, 1, 7, (1, 7), [], None]))
VIEWS = [{}, {1: 2}, {1: 2, 3: 4}, {3: 4, 1: 2}, {1: 3}]
for name in ("and_", "or_", "xor", "sub", "lt", "le", "eq", "ne", "gt", "ge"):
    for view in (dict.keys, dict.items):
        total("dict %s %s" % (view.__name__, name), (one(lambda: (lambda r: sorted(r) if isinstance(r, set) else r)(getattr(operator, name)(view(a), b))) for a in VIEWS for b in [view(v) for v in VIEWS] + [{1, 3}, [1], {(1, 2)}]))
total("dict", (one(f, a, b) for f in (operator.eq, operator.ne, operator.or_, operator.ior, operator.lt) for a in map(dict, VIEWS) for b in map(dict, VIEWS)))
total("dict get", (one(getattr(dict(a), n), k, *d) for n in ("get", "pop", "setdefault", "__contains__") for a in VIEWS for k in (1, 1.0, True, 3, None, "a", []) for d in ((), (9,))))
total("range", (one(lambda: (len(r), list(r), hash(r) == hash(range(*r.indices(9) if 0 else (r.start, r.stop, r.step))), r.start, r.stop, r.step, bool(r), repr(r))) for a in range(-3, 4) for b in range(-3, 4) for c in (-3, -2, -1, 1, 2, 3) for r in [range(a, b, c)]))
total("range index", (one(r.index, x) for r in (range(3), range(-4, 5, 2), range(9, 0, -3), range(2**70, 2**70 + 9, 4)) for x in (-4, 0, 1, 2, 3, 9, 2**70 + 4, 2**70 + 5, 1.0, 2.5, "a")))
total("slice indices", (one(slice(i, j, k).indices, n) for i in BOUNDS for j in BOUNDS for k in STEPS for n in (0, 1, 5)))
U = int | str
total("unions", (one(f) for f in (lambda: U | None, lambda: U | int, lambda: None | U, lambda: U == (str | int), lambda: hash(U) == hash(str | int), lambda: isinstance(1, U), lambda: isinstance(None, U | None), lambda: isinstance(2.0, U), lambda: issubclass(bool, U), lambda: (list[int] | None).__args__, lambda: U | 5, lambda: isinstance(1, list[int] | int), lambda: U[int])))
