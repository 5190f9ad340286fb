"""Reads a list with a step, from both ends."""
import sys


def run(n):
    items = []
    for k in range(512):
        items.append(k * 37 % 101)
    total = 0
    at = 0
    i = 0
    while i < n:
        total = (total + items[at] * 3 + items[-1 - at]) & 16777215
        at = at + 7
        if at >= 512:
            at = at - 512
        i = i + 1
    return total


print(run(int(sys.argv[1])))
