"""Dicts made and dropped."""


def work():
    total = 0
    for i in range(5000):
        made = {"a": i, "b": 1}
        total += len(made)
    return total
