"""A float loop in the manner of Mandelbrot's iteration, with its result used."""
import sys


def run(n):
    x = 0.0
    y = 0.0
    total = 0.0
    i = 0
    while i < n:
        x2 = x * x
        y2 = y * y
        if x2 + y2 > 4.0:
            x = 0.0
            y = 0.0
        else:
            y = 2.0 * x * y + 0.3125
            x = x2 - y2 - 0.125
        total = total + x
        i = i + 1
    return total


print(run(int(sys.argv[1])))
