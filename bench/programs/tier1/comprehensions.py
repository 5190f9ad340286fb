"""List, dict and set comprehensions, unpacking, zip and enumerate."""
import sys


def run(n):
    total = 0
    for i in range(n // 10):
        row = [x * i & 15 for x in range(10)]
        pairs = {x: y for x, y in enumerate(row)}
        seen = {x for x in row if x & 1}
        for (a, b), c in zip(pairs.items(), row):
            total = total + a + b - c & 0xFFFFFF
        total += len(seen)
    return total


print(run(int(sys.argv[1])))
