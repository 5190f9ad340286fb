"""Closures that share a cell, and functions made in a loop."""
import sys


def counter():
    count = 0

    def step(by):
        nonlocal count
        count = count + by & 0xFFFF
        return count

    def read():
        return count

    return step, read


def run(n):
    step, read = counter()
    total = 0
    for i in range(n):
        step(i & 7)
        add = lambda x: x + i & 0xFFFF
        total = add(total) + read() & 0xFFFFFF
    return total


print(run(int(sys.argv[1])))
