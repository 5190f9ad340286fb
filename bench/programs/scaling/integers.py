"""Integer arithmetic in a loop; nothing is shared but the code."""


def work():
    total = 0
    for i in range(20000):
        total += i & 7
    return total
