import gc
import sys
import weakref

log = []


class A:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        log.append(self.name)


a = A("plain")
del a
gc.collect()
print(log)
a = A("cycle")
a.me = a
del a
gc.collect()
print(log)
log.clear()


class R:
    count = 0

    def __del__(self):
        global kept
        R.count += 1
        kept = self


r = R()
del r
gc.collect()
print(R.count, type(kept).__name__, gc.is_finalized(kept))
kept = None
gc.collect()
print(R.count)


class B:
    def __del__(self):
        raise ValueError("in a finalizer")


seen = []
sys.unraisablehook = lambda u: seen.append((u.exc_type.__name__, str(u.exc_value), u.object is B.__del__, u.err_msg))
b = B()
del b
gc.collect()
print(seen)
sys.unraisablehook = sys.__unraisablehook__


class Sub(A):
    pass


class Silent(A):
    def __del__(self):
        pass


x, y = Sub("sub"), Silent("silent")
del x, y
gc.collect()
print(log)
log.clear()


class Slots:
    __slots__ = ("x",)

    def __del__(self):
        log.append(("slots", self.x))


s = Slots()
s.x = 1
del s
gc.collect()
print(log)
log.clear()


class List(list):
    def __del__(self):
        log.append(list(self))


l = List([1, 2])
del l
gc.collect()
print(log)
log.clear()


class Err(Exception):
    def __del__(self):
        log.append("err")


try:
    raise Err
except Err:
    pass
gc.collect()
print(log)
log.clear()


class Parent:
    def __init__(self):
        self.child = A("child")

    def __del__(self):
        log.append("parent")


p = Parent()
ref = weakref.ref(p.child, lambda r: log.append("ref"))
del p
gc.collect()
print(sorted(log))
log.clear()


class Late:
    pass


Late.__del__ = lambda self: log.append("late")
l = Late()
del l
gc.collect()
print(log)
del Late.__del__
l = Late()
del l
gc.collect()
print(log)
log.clear()
n = A.__new__(A)
n.name = "new"
del n
gc.collect()
print(log)
log.clear()


class C:
    def __del__(self):
        log.append(sys.exc_info()[0])


c = C()
del c
try:
    1 / 0
except ZeroDivisionError:
    pass
gc.collect()
print(log)


class Many:
    def __init__(self, number):
        self.number = number

    def __del__(self):
        many.append(self.number)


def make(n):
    for i in range(n):
        Many(i)


many = []
make(500)
gc.collect()
print(len(many), sorted(many) == list(range(500)))
