import sys


def factorial(n):
    if n < 2:
        return 1
    below = factorial(n - 1)
    return n * below


class Point:
    def __init__(self, x):
        self.x = x

    def move(self, by):
        self.x += by
        return self


def main():
    total = 0
    for i in range(4):
        total += factorial(i)
    point = Point(total).move(5)
    print("total", total, point.x, sys.argv[1:])
    return point


if __name__ == "__main__":
    main()
