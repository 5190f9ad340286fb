"""A list of small ints, built by append."""
import sys

from resident import grown


def build(n):
    items = []
    for i in range(n):
        items.append(i & 65535)
    return items


grown(build, int(sys.argv[1]))
