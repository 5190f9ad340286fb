"""Tells by how much the resident set grows while something is built."""
import gc

PAGE = 4096


def resident():
    gc.collect()
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * PAGE


def grown(build, n):
    for _ in range(50):
        build(n // 100)  # code and tables are made before the count begins
    before = resident()
    built = build(n)
    after = resident()
    print(len(built), round((after - before) / n, 2))
