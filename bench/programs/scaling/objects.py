"""Objects made and dropped."""


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def work():
    total = 0
    for i in range(5000):
        point = Point(i, 1)
        total += point.x + point.y
    return total
