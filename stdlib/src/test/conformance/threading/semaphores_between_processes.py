"""_multiprocessing.SemLock and _posixshmem: what multiprocessing builds on, within one process."""
import _multiprocessing
import _posixshmem
import mmap
import os
import threading
import time

SemLock = _multiprocessing.SemLock
print(SemLock.SEM_VALUE_MAX, _multiprocessing.flags)
print(sorted(name for name in vars(SemLock) if not name.startswith("__")))


def name(number):
    return f"/sem-check-{os.getpid()}-{number}"


def attempt(label, function, *args):
    try:
        print(label, function(*args))
    except Exception as error:
        print(label, type(error).__name__, error)


lock = SemLock(1, 1, 1, name(0), True)
print(lock.kind, lock.maxvalue, lock.name, type(lock.handle), lock._get_value(), lock._is_zero())
attempt("take", lock.acquire)
print(lock._count(), lock._is_mine(), lock._get_value(), lock._is_zero())
attempt("again", lock.acquire, False)
start = time.monotonic()
attempt("for a while", lock.acquire, True, 0.2)
print(time.monotonic() - start >= 0.19)
attempt("negative", lock.acquire, True, -1)
attempt("no time", lock.acquire, True, "x")
attempt("give", lock.release)
attempt("too often", lock.release)
print(lock._count(), lock._is_mine())

again = SemLock(0, 1, 1, name(1), True)
attempt("not mine", again.release)
with again as entered:
    print(entered, again.acquire(), again._count(), again._get_value())
    again.release()
    seen = []
    other = threading.Thread(target=lambda: seen.append((again._is_mine(), again.acquire(False))))
    other.start()
    other.join()
    print(seen, again._count())
print(again._count(), again._get_value())

several = SemLock(1, 3, 4, name(2), False)
print(several.name == name(2))
same = SemLock._rebuild(0, 1, 4, several.name)
print(same.acquire(), same.acquire(), several._get_value(), several._count(), same._count(), same.name == several.name)
attempt("exists", lambda: SemLock(1, 3, 4, several.name, False))
print(several.acquire(), several._is_zero())
for _ in range(4):
    several.release()
attempt("above its most", several.release)
_multiprocessing.sem_unlink(several.name)
try:
    _multiprocessing.sem_unlink(several.name)
except FileNotFoundError as error:
    print(error.errno, error.filename)
attempt("gone", lambda: SemLock._rebuild(0, 1, 4, name(2)) and 0)
attempt("kind", lambda: SemLock(2, 1, 1, name(3), True))
attempt("value", lambda: SemLock(1, -1, 1, name(3), True))

# Threads wait, and one that gives wakes one.
gate = SemLock(1, 0, 100, name(4), True)
passed = []
threads = [threading.Thread(target=lambda: passed.append(gate.acquire())) for _ in range(4)]
for thread in threads:
    thread.start()
for _ in threads:
    gate.release()
for thread in threads:
    thread.join()
print(passed, gate._get_value())

# A counter that threads change under a semaphore loses nothing.
total = 0
guard = SemLock(1, 1, 1, name(5), True)


def count():
    global total
    for _ in range(200):
        with guard:
            total += 1


threads = [threading.Thread(target=count) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)

path = f"/shm-check-{os.getpid()}"
fd = _posixshmem.shm_open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, mode=0o600)
print(fd > 2, os.get_inheritable(fd))
os.ftruncate(fd, 4096)
with mmap.mmap(fd, 4096) as pages:
    pages[:5] = b"hello"
    second = _posixshmem.shm_open(path, os.O_RDONLY)
    print(os.read(second, 5), oct(os.fstat(second).st_mode & 0o777))
    os.close(second)
os.close(fd)
try:
    _posixshmem.shm_open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR)
except FileExistsError as error:
    print(error.errno, error.filename == path)
_posixshmem.shm_unlink(path)
try:
    _posixshmem.shm_unlink(path)
except FileNotFoundError as error:
    print(error.errno, error.filename == path)
attempt("bytes", _posixshmem.shm_unlink, b"/x")
