"""measure.py PROGRAM ROUNDS SAMPLES: what an iteration of PROGRAM's run(n) takes after ROUNDS of every instruction.

Prints a line for each sample, in nanoseconds; who reads them decides which count.
"""
import sys
import time

import opcodes

ITERATIONS = 100000


def load(path):
    """The program's function, without the program's last line, which calls it."""
    with open(path) as file:
        source = file.read()
    space = {"__name__": "program"}
    exec(compile(source[: source.rstrip().rindex("\n") + 1], path, "exec"), space)
    return space["run"]


def measure(run, samples):
    for _ in range(samples):
        start = time.perf_counter_ns()
        run(ITERATIONS)
        print("sample", (time.perf_counter_ns() - start) / ITERATIONS, flush=True)


run = load(sys.argv[1])
opcodes.everything(int(sys.argv[2]))
print("all warm", flush=True)
measure(run, int(sys.argv[3]))
