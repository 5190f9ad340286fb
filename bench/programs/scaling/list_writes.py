"""Writes to one shared list, and appends."""

items = [0] * 100
log = []


def work():
    for i in range(3000):
        items[i % 100] = i
        log.append(i)
    if len(log) > 100000:
        log.clear()
    return len(items)
