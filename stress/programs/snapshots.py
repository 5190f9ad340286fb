"""One thread adds and removes while another takes copies: each copy is of one moment, and none raises.

usage: snapshots.py [SECONDS]

The writer keeps this true at every moment: the keys are a run of consecutive numbers, and the value of a key is
its negative. A copy that mixes two moments has a gap or a double.
"""
import _thread
import time
from sys import argv

SECONDS = float(argv[1]) if len(argv) > 1 else 2.0
table = {0: 0}
numbers = {0}
stop = []


def write():
    low, high = 0, 1
    state = 12345
    while not stop:
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        if high - low > 60 or high - low > 1 and state & 0x1000:
            del table[low]
            numbers.remove(low)
            low += 1
        else:
            table[high] = -high
            numbers.add(high)
            high += 1


def run(keys, what):
    keys = sorted(keys)
    if not keys or keys != list(range(keys[0], keys[-1] + 1)):
        raise AssertionError("%s: %s" % (what, keys))


def pairs(items, what):
    for key, value in items:
        if value != -key:
            raise AssertionError("%s: %s: %s" % (what, key, value))
    run([key for key, _ in items], what)


def copies():
    run(list(table), "list(d)")
    run(tuple(table), "tuple(d)")
    run(set(table), "set(d)")
    run(frozenset(table), "frozenset(d)")
    run([*table], "[*d]")
    run({*table}, "{*d}")
    run(sorted(table), "sorted(d)")
    run(list(table.keys()), "list(d.keys())")
    run([-value for value in table.copy().values()], "d.copy()")
    run([-value for value in list(table.values())], "list(d.values())")
    pairs(list(table.items()), "list(d.items())")
    pairs(tuple(table.items()), "tuple(d.items())")
    pairs(sorted(table.items()), "sorted(d.items())")
    pairs(list(dict(table).items()), "dict(d)")
    pairs(list(dict(table.items()).items()), "dict(d.items())")
    pairs(list({**table}.items()), "{**d}")
    pairs(list((table | {}).items()), "d | {}")
    run(dict.fromkeys(table), "dict.fromkeys(d)")
    grown = []
    grown.extend(table)
    run(grown, "extend(d)")
    run(list(numbers), "list(s)")
    run(tuple(numbers), "tuple(s)")
    run(set(numbers), "set(s)")
    run(frozenset(numbers), "frozenset(s)")
    run(sorted(numbers), "sorted(s)")
    run(numbers.copy(), "s.copy()")
    run(numbers | set(), "s | set()")
    run({*numbers}, "{*s}")
    repr(table), repr(numbers), str(table.items())


ended = _thread.allocate_lock()
ended.acquire()


def writer():
    try:
        write()
    finally:
        ended.release()


_thread.start_new_thread(writer, ())
rounds = 0
try:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        copies()
        rounds += 1
finally:
    stop.append(True)
    ended.acquire()
print("ok", rounds > 0)
