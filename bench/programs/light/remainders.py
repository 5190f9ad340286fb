"""An integer loop whose sum is reduced the more often, the longer it runs: its side traces carry more and more of it."""
import sys


def run(n):
    total = 0
    i = 0
    while i < n:
        total = total + i * 3 - (i >> 1)
        if total > 1000000007:
            total = total % 1000000007
        i = i + 1
    return total


print(run(int(sys.argv[1])))
