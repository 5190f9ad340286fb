"""Sorting by hand (insertion), by sort, and with a key function."""
import sys


def insertion(items):
    for i in range(1, len(items)):
        x = items[i]
        j = i - 1
        while j >= 0 and items[j] > x:
            items[j + 1] = items[j]
            j -= 1
        items[j + 1] = x
    return items


def run(n):
    total = 0
    seed = 42
    for round in range(n // 40):
        items = []
        for k in range(20):
            seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
            items.append(seed >> 8 & 1023)
        a = insertion(items[:])
        b = sorted(items, key=lambda v: -v)
        items.sort()
        total = total + a[3] + b[3] + items[5] & 0xFFFFFF
    return total


print(run(int(sys.argv[1])))
