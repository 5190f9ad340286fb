"""A loop that calls a Python function."""
import sys


def step(a, b):
    return a * 5 + b


def run(n):
    total = 1
    for i in range(n):
        total = step(total, i) & 1048575
    return total


print(run(int(sys.argv[1])))
