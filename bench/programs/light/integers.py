"""An integer loop: sums and differences, now and then a remainder. An iteration costs the same at every size."""
import sys


def run(n):
    total = 0
    i = 0
    while i < n:
        total = total + (i & 4095) * 3 - (i >> 4 & 255)
        if total > 1000000007:
            total = total % 1000000007
        i = i + 1
    return total


print(run(int(sys.argv[1])))
