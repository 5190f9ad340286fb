# How locks show themselves, and what refuses to be taken or given back.
import _json
import _thread
import re
import threading


def shown(lock):
    return re.sub("0x[0-9a-f]+", "0x", re.sub("owner=[1-9][0-9]*", "owner=me", repr(lock)))


class Derived(_thread.RLock):
    pass


class Outer:
    class Inner(_thread.RLock):
        pass


Outer.Inner.__module__ = "some.where"
for lock in (threading.Lock(), threading.RLock(), Derived(), Outer.Inner()):
    print(shown(lock))
    with lock:
        print(shown(lock))
    try:
        lock.release()
    except RuntimeError as e:
        print(type(e).__name__, e)
r = threading.RLock()
r.acquire()
r.acquire()
print(shown(r), r._is_owned(), r._recursion_count())
r.release()
print(shown(r))
r.release()
print(shown(r), r._is_owned())


def t(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


for make in (threading.Lock, threading.RLock):
    for args in ((True, -1), (False,), (True, 0.01), (False, 1), (True, -2), (True, 1e300), ("x",), (True, "x")):
        lock = make()
        t(lock.acquire, *args)
    t(make().acquire, blocking=False)
    t(make().acquire, timeout=0)
    t(make().acquire, nothing=0)
for markers in ((), [], 5, "x", Derived()):
    t(_json.make_encoder, markers, None, None, None, ":", ",", False, False, False)
