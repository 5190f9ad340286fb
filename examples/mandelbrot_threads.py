"""Draws the Mandelbrot set as text, the rows shared out among threads."""
import _thread
import sys

WIDTH = 78
HEIGHT = 36
THREADS = 4
SHADES = " .:-=+*#%@"


def escape_time(cx, cy, limit):
    x = 0.0
    y = 0.0
    n = 0
    while n < limit and x * x + y * y <= 4.0:
        x, y = x * x - y * y + cx, 2.0 * x * y + cy
        n = n + 1
    return n


def draw_row(row, limit):
    cy = (row - HEIGHT / 2) / (HEIGHT / 2) * 1.2
    line = ""
    for column in range(WIDTH):
        n = escape_time((column - WIDTH * 0.7) / (WIDTH / 3.2), cy, limit)
        line = line + SHADES[n * 9 // limit]
    return line


def draw(first, limit, finished):
    row = first
    while row < HEIGHT:
        rows[row] = draw_row(row, limit)
        row = row + THREADS
    finished.release()


limit = 2000
if len(sys.argv) > 1:
    limit = int(sys.argv[1])
rows = [""] * HEIGHT
locks = []
for index in range(THREADS):
    lock = _thread.allocate_lock()
    lock.acquire()
    locks.append(lock)
    _thread.start_new_thread(draw, (index, limit, lock))
for lock in locks:
    lock.acquire()
for line in rows:
    print(line)
