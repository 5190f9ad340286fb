"""A loop whose type changes half way."""
import sys


def run(n):
    total = 0
    half = n // 2
    for i in range(n):
        if i == half:
            total = total + 0.5
        total = total + i % 7
    return total


print(run(int(sys.argv[1])))
