"""All sequence patterns of up to four parts over sequences of all lengths: which match, what they bind.

Mapping and class patterns over the same subjects behind them. A line for each pattern.
"""
import collections
import itertools

PARTS = ("_", "n{i}", "1", "*_", "*r", "(1 | 2) as o{i}", "[m{i}, *_]")
SUBJECTS = (
    [], [1], [2], [1, 2], [2, 1], (1, 1, 2), [1, 2, 3], [[1], 1], [1, [1, 2]], [[1], [2], [3]], [[]],
    (3, 2, 1, 0), [1, 2, 1, 2, 1], range(2), range(1, 6), collections.deque([1, 2]), "12", b"12", bytearray(b"\1"),
    {1: 2}, {1}, None, 1, memoryview(b"\1\2"),
)


class Sized(collections.UserList):
    """Counts what is asked of it."""
    asked = []

    def __len__(self):
        self.asked.append("len")
        return super().__len__()

    def __getitem__(self, index):
        self.asked.append(index)
        return super().__getitem__(index)

    def __iter__(self):
        self.asked.append("iter")
        return super().__iter__()


def compiled(pattern, names):
    source = "def f(v):\n    match v:\n        case %s:\n            return [%s]\n    return '-'\n" % (
        pattern, ", ".join("(%r, %s)" % (name, name) for name in names))
    space = {"Point": Point, "Pair": Pair}
    exec(source, space)
    return space["f"]


def value(v):
    return "view" if isinstance(v, memoryview) else repr(v)


def shown(result):
    return result if result == "-" else " ".join("%s=%s" % (name, value(got)) for name, got in result) or "+"


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return "Point(%r, %r)" % (self.x, self.y)


Pair = collections.namedtuple("Pair", "left right")

for count in range(5):
    for parts in itertools.product(PARTS, repeat=count):
        if sum(p.startswith("*") for p in parts) > 1 or count == 4 and "*_" not in parts and "*r" not in parts:
            continue
        if count == 4 and ("1" in parts or "_" in parts):
            continue
        texts = [p.format(i=i) for i, p in enumerate(parts)]
        names = []
        for i, p in enumerate(parts):
            names += [w + str(i) for w in "nom" if w + "{i}" in p] + ["r"] * (p == "*r")
        pattern = "[%s]" % ", ".join(texts)
        f = compiled(pattern, names)
        results = [shown(f(v)) for v in SUBJECTS]
        hits = [(i, r) for i, r in enumerate(results) if r != "-"]
        Sized.asked.clear()
        last = shown(f(Sized([1, 2, 3])))
        print(pattern, "|", len(hits), *(("%d:%s" % h) for h in hits), "|", last, Sized.asked)

OTHERS = {
    "{}": (), "{1: n}": ("n",), "{1: 2, **rest}": ("rest",), "{1: [*_, n]}": ("n",), "{'a': 1 | 2 as n, **rest}": ("n", "rest"),
    "{'a': {'b': n}}": ("n",), "{None: n, True: m}": ("n", "m"), "{-1: n, 1j: m}": ("n", "m"),
    "Point(n, m)": ("n", "m"), "Point(1, y=n)": ("n",), "Point(y=[*_, n])": ("n",), "Point()": (), "Point(x=Point(n, _))": ("n",),
    "Pair(n, m)": ("n", "m"), "Pair(left=1) | [_, _, 1]": (), "int(n)": ("n",), "str(n) | bytes(n)": ("n",), "list([n, *_])": ("n",),
    "tuple((n, _)) | dict(n)": ("n",), "bool(n) | float(n)": ("n",), "None | True": (), "1.0 | -1": (), "'12' | b'12'": (),
    "[[n] | [n, _] | [_, _, n]]": ("n",), "[{1: n} | Point(n), *_]": ("n",), "(n) as m": ("n", "m"), "[n, m] as o": ("n", "m", "o"),
}
MORE = SUBJECTS + (
    {}, {1: 2, 3: 4}, {1: [5, 6]}, {"a": 1}, {"a": 2, "b": 0}, {"a": {"b": 3}}, {None: 1, True: 2}, {-1: 1, 1j: 2}, Point(1, 2), Point(0, [7, 8]),
    Point(Point(9, 0), 1), Pair(1, 2), True, 1.0, -1, "x", [[1, 2, 3]], [{1: 5}], [Point(4, 4)], collections.defaultdict(list, {1: 2}),
    collections.UserDict({"a": 1}), collections.Counter("a"),
)


for pattern, names in OTHERS.items():
    f = compiled(pattern, names)
    hits = []
    for i, v in enumerate(MORE):
        try:
            result = f(v)
        except Exception as e:
            result = [(type(e).__name__, e)]
        if result != "-":
            hits.append("%d:%s" % (i, " ".join("%s=%s" % (name, value(got)) for name, got in result)))
    print(pattern, "|", *hits)
