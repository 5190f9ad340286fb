"""Nested loops over a list of numbers."""
import sys


def run(n):
    items = []
    for k in range(100):
        items.append(k * 7 % 31)
    total = 0
    for i in range(n // 100):
        for j in range(100):
            total = total + items[j] * i
        total = total % 999983
    return total


print(run(int(sys.argv[1])))
