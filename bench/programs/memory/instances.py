"""Instances with three attributes, in a list."""
import sys

from resident import grown


class Point:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z


def build(n):
    points = []
    for i in range(n):
        points.append(Point(i, i + 1, i + 2))
    return points


grown(build, int(sys.argv[1]))
