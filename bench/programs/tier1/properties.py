"""Properties, class and static methods, class attributes."""
import sys


class Temperature:
    scale = 10

    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def scaled(self):
        return self.degrees * self.scale

    @staticmethod
    def clip(x):
        return x & 0xFFFF

    @classmethod
    def unit(cls):
        return cls.scale


def run(n):
    t = Temperature(3)
    total = 0
    for i in range(n):
        t.degrees = i & 63
        total = Temperature.clip(total + t.scaled + Temperature.unit() + Temperature.scale)
    return total


print(run(int(sys.argv[1])))
