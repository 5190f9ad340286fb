"""Draws the Mandelbrot set into a PGM image, the rows shared out among threads.

usage: mandelbrot_image.py [WIDTH [THREADS [FILE]]]
"""
import os
import sys
import tempfile
import threading

LIMIT = 200


def escape_time(cx, cy):
    x = y = 0.0
    for n in range(LIMIT):
        if x * x + y * y > 4.0:
            return n
        x, y = x * x - y * y + cx, 2.0 * x * y + cy
    return LIMIT


class Rows:
    """Hands out row numbers, each to one thread."""

    def __init__(self, count):
        self.lock = threading.Lock()
        self.left = iter(range(count))

    def take(self):
        with self.lock:
            return next(self.left, None)


def work(rows, width, height, image):
    while (row := rows.take()) is not None:
        cy = (row - height / 2) / (height / 2) * 1.2
        line = bytearray(width)
        for column in range(width):
            n = escape_time((column - width * 0.7) / (width / 3.2), cy)
            line[column] = 255 - n * 255 // LIMIT
        image[row] = line


def draw(width, threads):
    height = width * 3 // 4
    image = [None] * height
    rows = Rows(height)
    workers = [
        threading.Thread(target=work, args=(rows, width, height, image)) for _ in range(threads)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return b"P5\n%d %d\n255\n" % (width, height) + b"".join(image)


def main():
    width = int(sys.argv[1]) if len(sys.argv) > 1 else 160
    threads = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    path = sys.argv[3] if len(sys.argv) > 3 else os.path.join(tempfile.gettempdir(), "mandelbrot.pgm")
    data = draw(width, threads)
    with open(path, "wb") as file:
        file.write(data)
    with open(path, "rb") as file:
        same = file.read() == draw(width, 1)
    print(f"{len(data)} bytes in {path}")
    print("check: one thread draws the same image:", "ok" if same else "FAILED")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
