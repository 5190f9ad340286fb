"""Dicts with str and int keys: filling, counting, asking, going over."""
import sys


def run(n):
    words = ["w%d" % i for i in range(50)]
    counts = {}
    table = {}
    total = 0
    for i in range(n):
        word = words[i * 7 % 50]
        if word in counts:
            counts[word] = counts[word] + 1
        else:
            counts[word] = 1
        table[i & 255] = i
        total = total + table[i & 127] & 0xFFFFFF
    for word, count in counts.items():
        total += count
    return total


print(run(int(sys.argv[1])))
