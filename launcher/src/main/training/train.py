# Run once by the build to fill the start-up cache: it uses what most programs use.
import _thread
import argparse
import collections
import concurrent.futures
import dataclasses
import json
import os
import re
import sys
import threading
import typing

# As with -c and at the prompt: modules are looked for in the folder where the process is.
sys.path.insert(0, "")
import csv


def count(limit):
    total = 0
    for i in range(limit):
        total += i & 3
    return total


def average(values):
    total = 0.0
    for value in values:
        total += value
    return total / len(values)


def collatz(n, *, limit=1000):
    steps = 0
    while n != 1 and steps < limit:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def below(limit):
    i = 0
    while i < limit:
        yield i
        i += 1


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def norm(self):
        return self.x * self.x + self.y * self.y


class Pixel(Point):
    def __init__(self, x, y, shade="dark"):
        super().__init__(x, y)
        self.shade = shade


def words():
    seen = {}
    for i in range(200):
        word = "w%d" % (i % 17)
        seen[word] = seen.get(word, 0) + 1
    text = ", ".join(sorted(seen)[:3])
    return f"{text.upper()!r} {len(seen):>4} {average([1.5, 2.5]):.2f}"


def squares():
    numbers = [i * i for i in range(50)]
    numbers.append(2**70)
    odd = {n for n in numbers if n % 2}
    first, *rest = numbers[::10]
    return first, rest, len(odd), {n: str(n) for n in rest[:2]}


def nothing():
    pass


def left():
    while True:
        for _ in (1, 2):
            continue
        break


def caught():
    try:
        [][1]
    except IndexError as error:
        return str(error)
    finally:
        count(10)


def on_threads(work, argument):
    results = []
    locks = [_thread.allocate_lock() for _ in range(2)]

    def run(lock):
        results.append(work(argument))
        lock.release()

    for lock in locks:
        lock.acquire()
        _thread.start_new_thread(run, (lock,))
    for lock in locks:
        lock.acquire()
    return results


def files():
    lines = [line.strip() for line in open(__file__)]
    with open(os.devnull, "w") as out:
        out.write("nothing")
    with open(__file__, "rb") as data:
        return len(lines) > 0, len(data.read()) > 0, os.path.exists(__file__), len(os.listdir()) > 0, os.system("")


def main():
    norms = 0
    for i in range(100):
        norms += Pixel(i, i / 2).norm()
    evens = 0
    for i in below(100):
        if i % 2 == 0:
            evens += 1
    print(count(20000), norms, evens, collatz(27), file=sys.stderr)
    nothing()
    left()
    print(words(), squares(), caught(), file=sys.stderr)
    print(on_threads(count, 5000), file=sys.stderr)
    print(files(), file=sys.stderr)


main()
