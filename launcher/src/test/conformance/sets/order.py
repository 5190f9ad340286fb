"""The order of small ints in sets that grow and shrink, seen by iterating and by copying."""
seed = 7


def number(below):
    global seed
    seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
    return (seed >> 8) % below


for round in range(24):
    s = set()
    for i in range(20):
        k = number(30)
        if number(10) < 6:
            s.add(k)
        else:
            s.discard(k)
    print(round, [k for k in s], list(s) == [k for k in s], tuple(s) == tuple(k for k in s))

print(list(set(range(50, 0, -3))))
print(sorted({3, 1, 2}), list(frozenset((9, 8, 17))))

words = [("b", 2), ("a", 3), ("b", 1), ("a", 3, 0), (), ("a",)]
print(sorted(words), sorted(words, reverse=True))
print(sorted([(1.0, 2), (1, 1), (True, 0), (0.5, 9)]), sorted([(2 ** 70, 1), (2 ** 70, 0), (5,)]))
nan = float("nan")
print(sorted([(nan, 2), (nan, 1)]), sorted([(0.0, 2), (-0.0, 1)]))
try:
    sorted([(1, "a"), (1, 2)])
except TypeError as e:
    print(e)
for separator in ("", "-", "\xe9", "\u20ac"):
    print(ascii(separator.join(["a", "\xe9", "b"])), ascii(separator.join(("x",))), ascii(separator.join([])))
