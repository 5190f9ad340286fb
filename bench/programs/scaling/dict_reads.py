"""Reads of one shared dict."""

table = {"key%d" % i: i for i in range(100)}
keys = ["key%d" % i for i in range(100)]


def work():
    total = 0
    for _ in range(100):
        for key in keys:
            total += table[key]
    return total
