"""A dict from int to int, built by insertion."""
import sys

from resident import grown


def build(n):
    table = {}
    for i in range(n):
        table[i * 7] = i
    return table


grown(build, int(sys.argv[1]))
