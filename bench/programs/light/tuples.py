"""Reads tuples by index and takes them apart."""
import sys


def run(n):
    rows = ((1, 2), (3, 5), (8, 13), (21, 34))
    total = 0
    for i in range(n):
        row = rows[i & 3]
        a, b = row
        total = (total + a * b + row[1] - i) & 8388607
    return total


print(run(int(sys.argv[1])))
