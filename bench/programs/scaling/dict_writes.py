"""Writes to one shared dict."""

table = {i: 0 for i in range(100)}


def work():
    for i in range(3000):
        table[i % 100] = i
    return len(table)
