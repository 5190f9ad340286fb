"""Calls of Python functions."""


def add(a, b):
    return a + b


def work():
    total = 0
    for i in range(10000):
        total = add(total, i)
    return total
