import _thread
import threading
import time


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


lock = threading.Lock()
t(lock.release)
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(timeout=0.01))
t(lambda: lock.acquire(False, 1))
t(lambda: lock.acquire(timeout=-2))
t(lambda: lock.acquire(timeout=1e100))
t(lambda: lock.acquire(timeout="x"))
print(repr(lock).split(" at ")[0])
lock.release()
t(lock.release)
print(repr(lock).split(" at ")[0], lock.locked())
with lock as got:
    print(got, lock.locked())
t(lambda: type(lock)())
t(lambda: type("X", (type(lock),), {}))
print(_thread.LockType is type(lock), _thread.error is RuntimeError, _thread.TIMEOUT_MAX)

r = threading.RLock()
t(r.release)
print(r.acquire(), r.acquire(), r._is_owned(), r._recursion_count())
print(repr(r).split(" owner")[0])
state = r._release_save()
print(state[0], r._is_owned(), r._recursion_count())
r._acquire_restore(state)
print(r._recursion_count())
r.release()
r.release()
t(r.release)
t(r._release_save)
t(lambda: r.acquire(False, 1))
got = []
r.acquire()
th = threading.Thread(target=lambda: got.append(r.acquire(blocking=False)))
th.start()
th.join()


def foreign():
    try:
        r.release()
    except RuntimeError as e:
        got.append(str(e))


th = threading.Thread(target=foreign)
th.start()
th.join()
print(got)
r.release()

# Any thread may release a plain lock.
lock.acquire()
threading.Timer(0.02, lock.release).start()
print(lock.acquire(timeout=5))
lock.release()

count = 0


def add():
    global count
    for _ in range(2000):
        with lock:
            count += 1


threads = [threading.Thread(target=add) for _ in range(4)]
[x.start() for x in threads]
[x.join() for x in threads]
print(count)
c = threading.Condition()
items = []


def consume():
    with c:
        while not items:
            c.wait()
        print("consumed", items.pop())


th = threading.Thread(target=consume)
th.start()
with c:
    items.append("item")
    c.notify()
th.join()
t(c.notify)
t(c.wait)
with c:
    print(c.wait(0.01), c.wait_for(lambda: True), c.wait_for(lambda: 0, 0.01))
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01))
s.release(2)
b = threading.BoundedSemaphore(1)
t(b.release)
t(lambda: threading.Semaphore(-1))
e = threading.Event()
print(e.is_set(), e.wait(0.01))
threading.Timer(0.02, e.set).start()
print(e.wait(5), e.is_set())
e.clear()
print(e.is_set())
bar = threading.Barrier(3, action=lambda: print("all here"))
index = []


def meet():
    index.append(bar.wait())


threads = [threading.Thread(target=meet) for _ in range(3)]
[x.start() for x in threads]
[x.join() for x in threads]
print(sorted(index), bar.parties, bar.broken)
bar.abort()
t(bar.wait)
bar.reset()
t(lambda: bar.wait(0.01))
