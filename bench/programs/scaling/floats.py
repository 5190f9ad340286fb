"""Float arithmetic in a loop."""


def work():
    x = 0.5
    for _ in range(20000):
        x = x * 3.5 * (1.0 - x)
    return x
