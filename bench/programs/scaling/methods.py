"""Calls of methods and bound methods of objects of one's own."""


class Counter:
    def __init__(self):
        self.value = 0

    def add(self, n):
        self.value += n


def work():
    counter = Counter()
    bound = counter.add
    for i in range(5000):
        counter.add(i)
        bound(i)
    return counter.value
