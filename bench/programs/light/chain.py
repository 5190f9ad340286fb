"""A loop that calls a function that calls a function."""
import sys


def twice(a):
    return a + a


def mix(a, b):
    return (twice(a) ^ b) + 1


def run(n):
    total = 7
    i = 0
    while i < n:
        total = mix(total, i) & 1048575
        i = i + 1
    return total


print(run(int(sys.argv[1])))
