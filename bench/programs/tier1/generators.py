"""Generators that feed generators, by for and by yield from."""
import sys


def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1


def squares(source):
    for x in source:
        yield x * x & 0xFFFF


def both(n):
    yield from squares(numbers(n))
    yield from numbers(n)


def run(n):
    total = 0
    for x in both(n // 2):
        total = total + x & 0xFFFFFF
    return total


print(run(int(sys.argv[1])))
