"""try blocks that nearly always pass, and exceptions that are raised and caught."""
import sys


class Odd(Exception):
    pass


def check(i):
    if i & 31 == 31:
        raise Odd(i)
    return i


def run(n):
    total = 0
    for i in range(n):
        try:
            total = total + check(i) & 0xFFFFFF
        except Odd as e:
            total += e.args[0] & 3
        finally:
            total += 1
    return total


print(run(int(sys.argv[1])))
