# Repeated sequences: their contents, and that nothing beside them is overwritten. Half of what fills
# memory is given up first, so that what is made then lies between values that live on.
import gc

for kind, one, many in ((list, [1], [1, 2, 3]), (tuple, (1,), (1, 2, 3)), (bytes, b"1", b"123"), (bytearray, bytearray(b"1"), bytearray(b"123")), (str, "1", "123"), (str, "\u20ac", "\u20ac23")):
    for n in (-1, 0, 1, 2, 7, 8, 9, 31, 32, 33):
        a, b = one * n, n * many
        count = max(n, 0)
        print(kind.__name__, n, len(a), len(b), type(a) is kind, all(x == one[0] for x in a), all(b[i] == many[i % 3] for i in range(len(b))), a == kind().join([one] * count) if kind not in (list, tuple) else a == sum([one] * count, kind()))


def check(make, expected):
    around = [make(0, n) for _ in range(60) for n in range(1, 40)]
    kept = around[::2]
    del around
    gc.collect()
    fresh = [make(n % 7 + 1, n) for _ in range(30) for n in range(1, 40)]
    numbers = [n for _ in range(60) for n in range(1, 40)][::2]
    return all(k == expected(0, n) for k, n in zip(kept, numbers)) and all(f == expected(n % 7 + 1, n) for f, n in zip(fresh, [n for _ in range(30) for n in range(1, 40)]))


print(check(lambda x, n: [x] * n, lambda x, n: [x for _ in range(n)]))
print(check(lambda x, n: (x,) * n, lambda x, n: tuple([x for _ in range(n)])))
print(check(lambda x, n: [x, x] * n, lambda x, n: [x for _ in range(2 * n)]))
print(check(lambda x, n: b"%d" % x * n, lambda x, n: bytes([48 + x for _ in range(n)])))
print(check(lambda x, n: str(x) * n, lambda x, n: "".join([str(x) for _ in range(n)])))
print(check(lambda x, n: bytearray([x]) * n, lambda x, n: bytearray([x for _ in range(n)])))


def grown(x, n):
    a = [x]
    a *= n
    return a


print(check(grown, lambda x, n: [x for _ in range(n)]))


def spliced(x, n):
    a = [x] * 3
    a[1:2] = [x] * n
    del a[:2]
    return a


print(check(spliced, lambda x, n: [x for _ in range(n)]))


def padded(x, n):
    a = []
    for _ in range(n):
        a.insert(len(a) // 2, x)
    return a


print(check(padded, lambda x, n: [x for _ in range(n)]))
a = [1, 2]
a *= 3
print(a)
a *= 0
print(a)
a += [5]
a *= -1
print(a)
b = [[]] * 3
b[0].append(1)
print(b)
