"""A while loop that skips some rounds and starts again when it has gone far enough."""
import sys


def run(n):
    total = 0
    i = 0
    while True:
        i = i + 1
        if i > n:
            break
        if i % 3 == 0:
            continue
        total = total + (i & 255)
        if total > 5000000:
            total = total - 4999999
    return total


print(run(int(sys.argv[1])))
