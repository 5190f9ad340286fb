"""Builtins that walk over a whole iterable: what they add up, and lists that change meanwhile."""
import collections


class Grown(int):
    pass


print(sum([1, 2, 3]), sum([1.5, 2, True]), sum([True, False]), sum([2**48 - 1] * 40), sum([2**62] * 4))
print(sum((1, 2.5, 3)), sum(range(10)), sum(x for x in range(5)), sum({1: 2, 3: 4}), sum({1: 2, 3: 4}.values()))
print(sum([[1], [2]], []), sum([0.1] * 10), sum([1e308, 1e308]), sum([-0.0]), sum([], -0.0), sum([], 7))
print(sum([1.5, Grown(3), 2**70]), sum([1, Grown(3)]), type(sum([Grown(1)])), sum([1j, 2]), sum([], True))
for arguments in ((5, ""), ([], ""), (["a"],), ([], b""), ([], bytearray())):
    try:
        print(sum(*arguments))
    except TypeError as error:
        print(error)

items = [1, 2, 3]


class Growing:
    def __radd__(self, other):
        if len(items) < 10:
            items.append(Growing())
        return other + 5

    def __bool__(self):
        items.clear()
        return False

    def __lt__(self, other):
        del items[3:]
        return True


items[1] = Growing()
print(sum(items), len(items))
items[:] = [0, Growing(), 1, 2]
print(any(items), items)
items[:] = [5, 4, Growing(), 1, 0, -1]
print(type(min(items)).__name__, len(items))
print(list(set([x * 7 % 101 for x in range(60)])), list({x * 7 % 101 for x in range(60)})[:8])
print(set((3, 1, 2, 1)) == {1, 2, 3}, set("hello") == set(list("hello")), set({1: 2}), set(frozenset([1, 2])))


class Keyed:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return self.value % 3

    def __eq__(self, other):
        if len(items) < 50:
            items.append(Keyed(len(items)))
        return self.value == other.value


items[:] = [Keyed(i % 7) for i in range(30)]
print(len(set(items)), len(items))
for function in (any, all):
    print(function([]), function([1, 0]), function((0, 0)), function(iter([1, 1])), function(x for x in [1, 0]))
print(min([3, 1, 2]), max([3, 1, 2]), min((2.5, 1)), max("abc"), min([3, 1, 2], key=lambda v: -v), max([[1], [2]]))
print(min([1, True]), max([True, 1]), min([2**60, 1]), max([2**60, 1]), max(1, 2.0), min([float("nan"), 1]))
for arguments in (([],), (5,), ([1, "a"],)):
    try:
        print(max(*arguments))
    except (TypeError, ValueError) as error:
        print(error)
print(dict.fromkeys([1, 2, 1]), dict.fromkeys("ab", 3), dict.fromkeys(collections.deque([1]), 0))


def returning():
    yield 1
    return 5


def raising():
    yield 1
    raise StopIteration(3)


print(sum(returning()), any(returning()), list(returning()), set(returning()), [*map(abs, returning())])
for function in (sum, set, list, max, all):
    try:
        print(function(raising()))
    except RuntimeError as error:
        print(error, repr(error.__cause__))


class Own(list):
    def __iter__(self):
        return iter([7, 8])


print(sum(Own([1])), set(Own([1])), max(Own([1])), dict.fromkeys(Own([1])), list(map(abs, Own([1]))))
print(sorted([3, 1, 2], key=lambda v: -v), sorted(["b", "a"], key=lambda v: 2**60 + ord(v)), sorted("cab", key=ord, reverse=True))
print(sorted([(1, "b"), (0, "a"), (1, "a")], key=lambda p: p[0]), sorted([(1, "b"), (0, "a"), (1, "a")], key=lambda p: p[0], reverse=True))
iterator = iter({1, 2, 3})
print(iterator.__length_hint__(), sorted(iterator), list(iterator), iterator.__length_hint__())
numbers = {1, 2, 3}
try:
    for number in numbers:
        numbers.add(number + 10)
except RuntimeError as error:
    print(error)
print([character for character in "a\xe9\u20ac\U0001f600"])
print([(a, b) for a, b in zip([1, 2, 3], "ab")], [(a, b) for a, b in zip({1: 2}.items(), (x for x in [3]))])
try:
    for a, b in zip([1], [1, 2], strict=True):
        print(a, b)
except ValueError as error:
    print(error)
print([(a, b) for a, b in enumerate(iter("ab"), 2**48 - 1)])
