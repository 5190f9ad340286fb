"""The iteration protocol: iter with a sentinel, __getitem__, exhaustion, lengths, unpacking, changes while iterating."""


class Count:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.i >= self.n:
            raise StopIteration("done")
        self.i += 1
        return self.i


class Items:
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, index):
        print("get", index)
        return self.items[index]


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


print(list(Count(3)), tuple(Count(2)), sum(Count(4)), max(Count(3)), sorted(Count(3), reverse=True))
c = Count(1)
print(next(c), next(c, "none"), next(c, None))
attempt(lambda: next(c))
print(list(Items("a", "b")))
print("b" in Items("a", "b"), 3 in Count(5), 9 in Count(5))
a, *b, d = Count(5)
print(a, b, d)
attempt(lambda: [x for x, y in [(1, 2), (3,)]])
attempt(lambda: (lambda p, q: p)(*Count(3)))
numbers = iter([1, 2, 0, 3])
print(list(iter(lambda: next(numbers), 0)), list(numbers))
attempt(lambda: iter(3))
attempt(lambda: iter(len))
attempt(lambda: next(3))
attempt(lambda: iter(len, 1, 2))
attempt(lambda: list(zip([1, 2], [3], strict=True)))
attempt(lambda: list(zip([1], [3, 4], strict=True)))
attempt(lambda: dict([(1, 2), 3]))
attempt(lambda: dict([(1, 2, 3)]))
attempt(lambda: tuple(None))
attempt(lambda: [*None])
attempt(lambda: {**[1]})
attempt(lambda: print(*1))


class Bad:
    def __iter__(self):
        return 5


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter("xy")

    def __length_hint__(self):
        return self.hint


class Never:
    __iter__ = None


attempt(lambda: list(Bad()))
attempt(lambda: list(Hint(2)))
attempt(lambda: list(Hint(-1)))
attempt(lambda: list(Hint("2")))
attempt(lambda: list(Hint(NotImplemented)))
attempt(lambda: iter(Never()))
print(enumerate("ab").__next__(), list(enumerate("ab", 5)), list(enumerate("ab", start=-1)))
print(list(reversed([1, 2, 3])), list(reversed("ab")), list(reversed(range(3))), list(reversed({1: 2, 3: 4})))
attempt(lambda: reversed({1, 2}))
print(list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1, "", "a"])), list(zip()), list(zip("ab", [1, 2, 3])))
attempt(lambda: map(len))
items = [1, 2, 3]
seen = []
for item in items:
    seen.append(item)
    if item < 3:
        items.append(item + 3)
print(seen, items)
d = {1: 1}


def change():
    for key in d:
        d[key + 1] = 1


attempt(change)
s = {1}


def grow():
    for key in s:
        s.add(key + 1)


attempt(grow)
it = iter([1, 2])
print(list(it), list(it), it.__length_hint__(), next(it, "end"))
it = iter((1, 2, 3))
next(it)
print(it.__length_hint__(), it.__reduce__()[1:], iter(it) is it)
r = iter(range(0, 10, 3))
print(next(r), list(r), r.__length_hint__())
print([*Count(2), *"ab", *{1: 2}], {*Count(2)}, {**{1: 2}, **{3: 4}})
for i, (p, (q, *rest)) in enumerate([(1, (2, 3, 4)), (5, (6,))]):
    print(i, p, q, rest)
print(all(Count(3)), any([]), all([]), min(Count(3), key=lambda v: -v), max([], default="nothing"))
attempt(lambda: max([]))
attempt(lambda: min(1))
print(list(zip(*[(1, 2), (3, 4)])), dict(zip("ab", Count(2))))
g = (i for i in range(3))
print(next(g), 2 in g, list(g))
