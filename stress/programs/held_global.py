"""A running trace holds a global function as a constant; another thread replaces it. Never ends without invalidation."""
import _thread
import sys


def f(x):
    return x + 1


def g(x):
    return x + 1000000


total = 0


def run(limit, done):
    global total
    x = 0
    while x < limit:
        x = f(x)
    total = x
    done.release()


def wait(n):
    t = 0
    for i in range(n):
        t = t + i
    return t


n = int(sys.argv[1])
first = f
for k in range(n):
    f = first
    done = _thread.allocate_lock()
    done.acquire()
    _thread.start_new_thread(run, (1 << 40, done))
    wait(20000)
    f = g
    done.acquire()
print("ended", total >= (1 << 40))
