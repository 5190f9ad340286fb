"""The order of sets of ints that are copied, merged, compared and emptied: it comes from which table is copied and which is walked."""
seed = 3


def number(below):
    global seed
    seed = seed * 6364136223846793005 + 1442695040888963407 & 0xFFFFFFFFFFFFFFFF
    return (seed >> 33) % below


def items():
    below = (8, 30, 100, 1000, 1 << 50)[number(5)]
    return [number(below) for _ in range(number((4, 10, 40, 200)[number(4)]))]


def holed():
    s = set(items())
    for _ in range(number(3) * 10):
        s.discard(number(100))
    for _ in range(number(2) * 10):
        s.add(number(100))
    return s


def in_place(name, *others):
    def operation(a):
        a = a.copy()
        getattr(a, name)(*others)
        return a
    return operation


def popped(a):
    out = [a.pop() for _ in range(min(len(a), number(20)))]
    a.update(items())
    return out + [a.pop() for _ in range(min(len(a), number(20)))] + [-1, *a]


def checksum(keys):
    total = 0
    for key in keys:
        total = total * 1000003 + key & 0xFFFFFFFF
    return total


OPERATIONS = {
    "copy": lambda a, b: a.copy(),
    "set": lambda a, b: set(a),
    "frozenset": lambda a, b: frozenset(a),
    "or": lambda a, b: a | b,
    "or itself": lambda a, b: a | a,
    "and": lambda a, b: a & b,
    "sub": lambda a, b: a - b,
    "sub few": lambda a, b: a - set(list(b)[:2]),
    "xor": lambda a, b: a ^ b,
    "union": lambda a, b: a.union(list(b), b, items()),
    "intersection": lambda a, b: a.intersection(list(b), b),
    "difference": lambda a, b: a.difference(b, items(), list(a)[:4]),
    "difference of dict": lambda a, b: a.difference(dict.fromkeys(b)),
    "symmetric": lambda a, b: a.symmetric_difference(list(b)),
    "|=": lambda a, b: in_place("__ior__", b)(a),
    "&=": lambda a, b: in_place("__iand__", b)(a),
    "-=": lambda a, b: in_place("__isub__", b)(a),
    "^=": lambda a, b: in_place("__ixor__", b)(a),
    "update": lambda a, b: in_place("update", b, items(), dict.fromkeys(items()))(a),
    "intersection_update": lambda a, b: in_place("intersection_update", b, list(b))(a),
    "difference_update": lambda a, b: in_place("difference_update", b, items())(a),
    "symmetric_difference_update": lambda a, b: in_place("symmetric_difference_update", items())(a),
    "symmetric with dict": lambda a, b: in_place("symmetric_difference_update", dict.fromkeys(b))(a),
    "cleared": lambda a, b: in_place("clear")(a) | b,
    "init": lambda a, b: in_place("__init__", b)(a),
    "literal": lambda a, b: {1, 200, 3, *b, *a},
    "dict": lambda a, b: set(dict.fromkeys(b)) | a,
    "pop": lambda a, b: popped(a),
    "keys or": lambda a, b: dict.fromkeys(a).keys() | b,
    "keys and": lambda a, b: dict.fromkeys(a).keys() & b,
    "keys and keys": lambda a, b: dict.fromkeys(a).keys() & dict.fromkeys(b).keys(),
    "keys sub": lambda a, b: dict.fromkeys(a).keys() - b,
    "keys xor": lambda a, b: dict.fromkeys(a).keys() ^ b,
    "and keys": lambda a, b: a & dict.fromkeys(b).keys(),
}
for name, operation in OPERATIONS.items():
    for _ in range(6):
        a, b = holed(), holed()
        b.update(list(a)[:number(30)])
        result = operation(a, b)
        again = set(result)
        again.difference_update(list(again)[:5])
        print(name, len(result), checksum(result), checksum(again), checksum(again | a))

print(list({9, 1, 40, 3, 2}), list(frozenset({100, 33, 17, 25, 8, 1})), [k * 7 % 50 for k in {*range(20)}])


def rest(method, *items):
    iterator = iter(items)
    print(method.__name__, method(iterator), list(iterator))


rest({1}.intersection, 1, 2, 3)
rest({1}.issubset, 1, 2, 3)
rest({1, 2}.issubset, 3, 2, 3)
rest({1, 2}.issuperset, 1, 5, 2)
rest({1, 2}.isdisjoint, 5, 1, 2)
rest(frozenset([1]).issubset, 1, 2, 3)
rest(set().intersection, 1, 2)
