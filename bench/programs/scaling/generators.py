"""A generator of one's own."""


def numbers(n):
    for i in range(n):
        yield i


def work():
    total = 0
    for number in numbers(10000):
        total += number
    return total
