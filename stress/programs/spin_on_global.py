"""One thread spins on a global that another sets; argv[1] rounds. Prints how many ended."""
import _thread
import sys

flag = 0
seen = 0


def spin(want, ready, done):
    ready.release()
    while flag != want:
        pass
    done.release()


def wait(n):
    total = 0
    for i in range(n):
        total = total + i
    return total


n = int(sys.argv[1])
for k in range(1, n + 1):
    ready = _thread.allocate_lock()
    done = _thread.allocate_lock()
    ready.acquire()
    done.acquire()
    _thread.start_new_thread(spin, (k, ready, done))
    ready.acquire()
    wait(20000)
    flag = k
    done.acquire()
    seen = seen + 1
print(seen)
