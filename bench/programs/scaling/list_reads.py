"""Reads of one shared list."""

items = list(range(100))


def work():
    total = 0
    for _ in range(100):
        for i in range(100):
            total += items[i]
    return total
