import gc
import threading
import weakref


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


def in_thread(f):
    th = threading.Thread(target=f)
    th.start()
    th.join()


l = threading.local()
l.x = 1
print(l.x, l.__dict__, hasattr(l, "y"))
in_thread(lambda: print(hasattr(l, "x"), l.__dict__))


def other():
    l.x = 2
    l.z = 3
    print(sorted(l.__dict__.items()))
    del l.x
    t(lambda: l.x)


in_thread(other)
print(l.x, l.__dict__)
t(lambda: l.nothing)
t(lambda: delattr(l, "nothing"))
t(lambda: setattr(l, "__dict__", {}))
t(lambda: threading.local(1))
t(lambda: threading.local(a=1))


class Mine(threading.local):
    number = 2
    made = []

    def __init__(self, a, b=0):
        Mine.made.append((a, b))
        self.a = a

    @property
    def double(self):
        return self.a * 2

    def method(self):
        return self.a + self.number


m = Mine(5, b=6)
print(m.a, m.double, m.method(), Mine.made)
in_thread(lambda: print(m.a, m.double, m.method(), m.__dict__))
print(Mine.made)
m.a = 7


def change():
    m.a = 8
    print(m.double)


in_thread(change)
print(m.double, Mine.made)


class Slotted(threading.local):
    __slots__ = ("shared",)


s = Slotted()
s.shared = "set by main"
s.own = 1
in_thread(lambda: print(s.shared, hasattr(s, "own")))


class Value:
    pass


refs = []


def leave():
    v = Value()
    l.value = v
    refs.append(weakref.ref(v))


in_thread(leave)
gc.collect()
print(refs[0]())
v = Value()
l.value = v
r = weakref.ref(v)
del v
gc.collect()
print(r() is l.value)
del l
gc.collect()
print(r())


class Failing(threading.local):
    def __init__(self):
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError("not here")


f = Failing()


def use():
    try:
        f.x = 1
    except RuntimeError as e:
        print(e)


in_thread(use)
results = []


def many(n):
    loc.n = n
    for i in range(200):
        loc.n += 1
    results.append(loc.n - n)


loc = threading.local()
threads = [threading.Thread(target=many, args=(i,)) for i in range(8)]
[x.start() for x in threads]
[x.join() for x in threads]
print(results, loc.__dict__)
