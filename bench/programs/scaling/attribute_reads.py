"""Attribute reads of one shared object."""


class Thing:
    def __init__(self):
        self.a = 1
        self.b = 2


thing = Thing()


def work():
    total = 0
    for i in range(10000):
        total += thing.a + thing.b
    return total
