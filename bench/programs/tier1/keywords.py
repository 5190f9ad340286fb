"""Calls with keywords, defaults and rest arguments."""
import sys


def area(width, height=2, *, depth=1):
    return width * height * depth


def rest(first, *others, **named):
    return first + len(others) + len(named)


def run(n):
    total = 0
    for i in range(n):
        k = i & 15
        total += area(k) + area(k, depth=2) + area(height=k, width=3)
        total = total + rest(k, 1, 2, a=3) & 0xFFFFFF
    return total


print(run(int(sys.argv[1])))
