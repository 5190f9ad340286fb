"""Threads set and give up trace and profile functions all the time, while another one asks for monitoring events.

usage: watched.py [SEED [ROUNDS [THREADS [planted]]]]

What a thread's functions are told while it runs a piece of work was noted before there were other threads, and
must be just that whatever the others switch on and off meanwhile; so must what the work computes. The callback
of a tool is told of each start of a function that only one thread runs. With `planted` a thread expects one
event too many, and the program must find that.
"""
import _thread
import faulthandler
import random
import sys
import time
from sys import argv

SEED = int(argv[1]) if len(argv) > 1 else 1
ROUNDS = int(argv[2]) if len(argv) > 2 else 300
THREADS = int(argv[3]) if len(argv) > 3 else 3
PLANTED = argv[4:] == ["planted"]

# A run that hangs says where each thread is and ends.
faulthandler.dump_traceback_later(1500, exit=True)

monitoring = sys.monitoring


def add(a, b):
    return a + b


def numbers(n):
    for i in range(n):
        try:
            yield add(i, 1)
        except KeyError:
            yield -1


def loop(n):
    total = 0
    for i in range(n):
        if i % 3:
            total = add(total, i)
    return total


def delegates(n):
    total = yield from numbers(n)
    return total


def work(n):
    """Generators that are suspended, thrown into and closed, a loop that gets hot, an exception."""
    kept = delegates(n)
    results = [next(kept), loop(n), kept.throw(KeyError("thrown")), sum(numbers(n))]
    kept.close()
    try:
        add(n, "")
    except TypeError:
        results.append("caught")
    return results


OURS = {f.__code__ for f in (add, numbers, loop, delegates, work)}


def watched(setter, n):
    """What a function that one sets is told while the work is done, and the work's result."""
    log = []

    def told(frame, event, arg):
        if frame.f_code in OURS:
            shown = arg.__name__ if event.startswith("c_") else arg if event == "return" else None
            log.append((event, frame.f_code.co_name, frame.f_lineno, shown))
            return told

    setter(told)
    try:
        result = work(n)
    finally:
        setter(None)
    return log, result


SIZES = 1, 2, 7, 40
KINDS = {"trace": sys.settrace, "profile": sys.setprofile}
expected = {(kind, n): watched(setter, n) for kind, setter in KINDS.items() for n in SIZES}
if PLANTED:
    expected["trace", 7][0].append(("line", "work", 0, None))
violations = []
done = [0] * THREADS


def worker(me):
    chance = random.Random(SEED * 1000 + me)
    try:
        for _ in range(ROUNDS):
            n = chance.choice(SIZES)
            kind = chance.choice(("trace", "profile", "", ""))
            if kind:
                got = watched(KINDS[kind], n)
                if got != expected[kind, n]:
                    violations.append((kind, n, got, expected[kind, n]))
            elif work(n) != expected["trace", n][1]:
                violations.append(("result", n))
            if chance.random() < 0.1:
                loop(chance.randrange(20000))
    except BaseException as e:
        violations.append((type(e).__name__, e))
    done[me] = 1


def alone(k):
    return add(k, k)


starts = []


def start(code, offset):
    if code is alone.__code__:
        starts.append(1)
        return monitoring.DISABLE if len(starts) % 2 else None


def switch(chance):
    """One change of what a tool asks for, then starts that are counted exactly."""
    way = chance.randrange(3)
    if way == 0:
        monitoring.set_events(2, monitoring.events.PY_START | monitoring.events.LINE * chance.randrange(2))
    elif way == 1:
        monitoring.set_events(2, 0)
        monitoring.set_local_events(2, alone.__code__, monitoring.events.PY_START)
    else:
        monitoring.set_events(2, 0)
        monitoring.set_local_events(2, alone.__code__, 0)
    monitoring.restart_events()
    starts.clear()
    for k in range(3):
        alone(k)
    # The first start is told and switches itself off.
    if len(starts) != (way < 2):
        violations.append(("starts", way, len(starts)))


monitoring.use_tool_id(2, "watched")
monitoring.register_callback(2, monitoring.events.PY_START, start)
monitoring.register_callback(2, monitoring.events.LINE, lambda code, line: monitoring.DISABLE)
chance = random.Random(SEED)
for me in range(THREADS):
    _thread.start_new_thread(worker, (me,))
switches = 0
while not all(done) or switches < 20:
    switch(chance)
    switches += 1
    time.sleep(chance.random() * 0.005)
monitoring.set_events(2, 0)
monitoring.free_tool_id(2)
for violation in violations[:5]:
    print("violated:", *violation)
if violations:
    raise SystemExit("%d violations, seed %d" % (len(violations), SEED))
print("%d rounds, seed %d: ok" % (ROUNDS * THREADS, SEED))
