"""Ints and floats in the same expressions."""
import sys


def run(n):
    total = 0.5
    for i in range(n):
        total = total * 0.75 + i / 8 - 2 * total / (i + 3)
    return total


print(run(int(sys.argv[1])))
