"""Lists of all lengths sorted, of many orders: runs that are merged, gallops, and what is equal keeps its place."""
state = 12345


def chance(limit):
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state >> 8) % limit


class Odd:
    """Is compared by its own method, which the sort asks for nothing but less."""

    def __init__(self, key, place):
        self.key, self.place = key, place

    def __lt__(self, other):
        return self.key < other.key


ORDERS = {
    "random": lambda n: [chance(1000000) for _ in range(n)],
    "few": lambda n: [chance(7) for _ in range(n)],
    "up with a last": lambda n: [*range(n), chance(n + 1)],
    "saw": lambda n: [i % 23 for i in range(n)],
    "halves": lambda n: [*range(0, n, 2), *range(1, n, 2)],
    "blocks": lambda n: [i ^ 37 for i in range(n)],
    "down": lambda n: [n - i for i in range(n)],
    "down in parts": lambda n: [i // 40 * 40 + 39 - i % 40 for i in range(n)],
    "near": lambda n: [i + chance(5) for i in range(n)],
}
KINDS = {
    "int": lambda values: values,
    "float": lambda values: [value / 2 for value in values],
    "str": lambda values: ["%08d" % value for value in values],
    "tuple": lambda values: [(value // 3, value % 3) for value in values],
    "big": lambda values: [value * 10**20 for value in values],
}
total = 0
for name, order in ORDERS.items():
    for n in (*range(0, 150, 17), 63, 64, 65, 129, 400):
        values = order(n)
        for kind, convert in KINDS.items():
            items = convert(values)
            for reverse in (False, True):
                result = sorted(items, reverse=reverse)
                pairs = zip(result, result[1:])
                good = all(a >= b for a, b in pairs) if reverse else all(a <= b for a, b in pairs)
                if not good or len(result) != len(items) or set(result) != set(items):
                    print("wrong", name, n, kind, reverse)
        odd = [Odd(value % 50, place) for place, value in enumerate(values)]
        for items in (sorted(odd), sorted(odd, key=lambda item: item.key)):
            if any((a.key, a.place) > (b.key, b.place) for a, b in zip(items, items[1:])):
                print("wrong order of equals", name, n)
        backwards = sorted(odd, key=lambda item: item.key, reverse=True)
        if any((-a.key, a.place) > (-b.key, b.place) for a, b in zip(backwards, backwards[1:])):
            print("wrong order of equals backwards", name, n)
        total = (total * 31 + sum(place * item.place for place, item in enumerate(backwards))) & 0xFFFFFFFF
    print(name, total)
