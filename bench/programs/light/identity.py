"""Tests for None and for identity, with a value that comes and goes."""
import sys


def run(n):
    seen = None
    marker = ()
    other = marker
    total = 0
    for i in range(n):
        if seen is None:
            total = total + 1
            seen = i
        elif i - seen > 4:
            seen = None
        if other is marker:
            total = total + 2
        if i is not None:
            total = total ^ 3
    return total


print(run(int(sys.argv[1])))
