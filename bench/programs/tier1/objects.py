"""Makes small objects and drops them: a vector class."""
import sys


class Vector:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Vector(self.x + other.x & 1023, self.y + other.y & 1023)

    def dot(self, other):
        return self.x * other.x + self.y * other.y


def run(n):
    a = Vector(1, 2)
    step = Vector(3, 1)
    total = 0
    for i in range(n):
        a = a.plus(step)
        total = total + a.dot(step) & 0xFFFFFF
    return total


print(run(int(sys.argv[1])))
