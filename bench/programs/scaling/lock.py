"""One counter under a lock."""

import _thread

guard = _thread.allocate_lock()
count = 0


def work():
    global count
    for _ in range(1000):
        with guard:
            count += 1
    return count
