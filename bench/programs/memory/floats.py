"""A list of floats, built by append."""
import sys

from resident import grown


def build(n):
    items = []
    for i in range(n):
        items.append(i * 0.5)
    return items


grown(build, int(sys.argv[1]))
