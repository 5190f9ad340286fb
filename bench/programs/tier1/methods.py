"""Calls of methods of three classes at one place, and of a base class by super."""
import sys


class Shape:
    sides = 0

    def __init__(self, size):
        self.size = size

    def area(self):
        return self.size

    def scaled(self, k):
        return self.area() * k + self.sides


class Square(Shape):
    sides = 4

    def area(self):
        return self.size * self.size


class Cube(Square):
    sides = 6

    def area(self):
        return super().area() * self.sides


def run(n):
    shapes = [Shape(3), Square(4), Cube(2)]
    total = 0
    for i in range(n):
        total = total + shapes[i % 3].scaled(i & 7) & 0xFFFFFF
    return total


print(run(int(sys.argv[1])))
