"""Runs one of the light programs' loops on two threads at once and prints both results."""
import _thread
import sys


def work(n, salt):
    total = salt
    i = 0
    while i < n:
        total = (total * 3 + i) & 16777215
        i = i + 1
    return total


def body(index, n):
    results[index] = work(n, index)
    done[index].release()


results = [0, 0]
done = [_thread.allocate_lock(), _thread.allocate_lock()]
for k in range(2):
    done[k].acquire()
    _thread.start_new_thread(body, (k, int(sys.argv[1])))
for k in range(2):
    done[k].acquire()
print(results[0], results[1])
