# A class that gets, changes and loses its __del__ when it has instances.
import gc

log = []


class A:
    pass


class B(A):
    def __init__(self, n):
        self.n = n


class Slots:
    __slots__ = ('n',)


class Ints(list):
    pass


def drop(items):
    items.clear()
    gc.collect()
    found = sorted(log)
    log.clear()
    return found


def many(make, count=5):
    return [make(i) for i in range(count)]


items = many(lambda i: A()) + many(B)
A.__del__ = lambda self: log.append(type(self).__name__)
print(drop(items))
items = many(B)
A.__del__ = lambda self: log.append('changed')
print(drop(items))
items = many(B)
B.__del__ = lambda self: log.append('own %d' % self.n)
print(drop(items))
items = many(B)
del B.__del__
print(drop(items))
items = many(B)
del A.__del__
print(drop(items))
items = many(B)
A.__del__ = lambda self: log.append('again')
del A.__del__
A.__del__ = lambda self: log.append('and again')
print(drop(items))


def slot(i):
    s = Slots()
    s.n = i
    return s


items = many(slot)
Slots.__del__ = lambda self: log.append(self.n)
print(drop(items))
items = many(lambda i: Ints([i]))
Ints.__del__ = lambda self: log.append(list(self))
print(drop(items))


class Both:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        log.append(self.n)


def loop(n):
    for i in range(n):
        Both(i)


loop(100)
gc.collect()
print(len(log), sorted(log) == list(range(100)))
log.clear()


class Late:
    def __init__(self, n):
        self.n = n


def late(n):
    for i in range(n):
        Late(i)


late(100)
Late.__del__ = lambda self: log.append(self.n)
late(100)
gc.collect()
print(len(log))
