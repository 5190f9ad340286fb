"""Closures made over one code object."""


def adder(n):
    def add(m):
        return n + m

    return add


def work():
    total = 0
    for i in range(5000):
        total = adder(i)(total)
    return total
