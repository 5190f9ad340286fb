"""Reads of module globals and builtins."""

first = 1
second = 2


def work():
    total = 0
    for i in range(10000):
        total += first + second
        len
    return total
