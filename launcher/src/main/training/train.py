# Run once by the build to fill the start-up cache: it uses what most programs use.
import sys


def count(limit):
    total = 0
    for i in range(limit):
        total += i & 3
    return total


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def norm(self):
        return self.x * self.x + self.y * self.y


def main():
    words = {}
    for i in range(200):
        words["w%d" % (i % 17)] = words.get("w%d" % (i % 17), 0) + 1
    points = [Point(i, i / 2) for i in range(100)]
    try:
        [][1]
    except IndexError as error:
        caught = str(error)
    print(count(5000), sum(p.norm() for p in points), sorted(words)[:3], caught, file=sys.stderr)


main()
