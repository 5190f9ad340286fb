"""Reads and writes of instance attributes."""
import sys


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def run(n):
    p = Point(1, 2)
    q = Point(3, 5)
    for i in range(n):
        p.x = q.y + i & 255
        q.y = p.x + q.x & 127
        p.y = p.x - q.y
    return p.x, p.y, q.x, q.y


print(run(int(sys.argv[1])))
