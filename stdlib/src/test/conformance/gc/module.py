import gc


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled())
t(lambda: gc.collect(3))
t(lambda: gc.collect(-1))
t(lambda: gc.collect("x"))
gc.collect()
l = []
l.append(l)
del l
print(gc.collect() > 0)
print([isinstance(n, int) for n in gc.get_count()], gc.get_threshold())
gc.set_threshold(900)
print(gc.get_threshold())
gc.set_threshold(700, 11, 12)
print(gc.get_threshold())
gc.set_threshold(700, 10, 10)
t(lambda: gc.set_threshold("a"))
stats = gc.get_stats()
print(len(stats), [sorted(s) for s in stats])
gc.collect(1)
print(gc.get_stats()[1]["collections"] - stats[1]["collections"])
calls = []


def cb(phase, info):
    calls.append((phase, info["generation"], sorted(info)))


gc.callbacks.append(cb)
gc.collect(0)
gc.callbacks.remove(cb)
gc.collect()
print(calls)


class A:
    pass


for o in (1, 1.5, "a", b"a", None, True, [], set(), A(), A, t, gc, {}, (1, 2), {"a": []}, ([],), (x for x in ())):
    print(type(o).__name__, gc.is_tracked(o))
x = [1, 2, "three"]
holder = {"x": x}
inst = A()
inst.attr = x
print(sorted(map(str, gc.get_referents(x))))
print(any(r is holder for r in gc.get_referrers(x)))
print(len(gc.get_referrers()), gc.get_referents(1) == [])
print(any(o is x for o in gc.get_objects()), any(o is inst for o in gc.get_objects()))
t(lambda: gc.get_objects(-2))
t(lambda: gc.get_objects(3))
gc.unfreeze()
print(gc.get_freeze_count())
gc.freeze()
print(gc.get_freeze_count() > 0)
gc.unfreeze()
print(gc.get_freeze_count(), gc.garbage)
gc.set_debug(gc.DEBUG_STATS | gc.DEBUG_UNCOLLECTABLE)
print(gc.get_debug(), gc.DEBUG_LEAK, gc.DEBUG_SAVEALL, gc.DEBUG_COLLECTABLE)
gc.set_debug(0)


def cycles():
    a, b = A(), A()
    a.other, b.other = b, [a]
    only = [A()]
    lone = []
    lone.append(lone)
    return id(lone)


gc.collect()
gc.set_debug(gc.DEBUG_SAVEALL)
lone = cycles()
print(gc.collect(), sorted(type(o).__name__ for o in gc.garbage))
print(any(id(o) == lone for o in gc.garbage))
print(all(type(o.other) in (A, list) for o in gc.garbage if type(o) is A))
print(gc.collect(), len(gc.garbage))


class Finalized:
    def __del__(self):
        print("finalized", self.me is self)


def finalized():
    f = Finalized()
    f.me = f


gc.garbage.clear()
finalized()
print(gc.collect() >= 1, sorted(type(o).__name__ for o in gc.garbage))
gc.set_debug(0)
gc.garbage.clear()
cycles()
print(gc.collect() > 0, gc.garbage)


# What a sort keeps for itself is found by nobody.
class Key:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value


made = []


def meddle(value):
    for owner in gc.get_referrers(*made):
        if type(owner) is list and owner is not made:
            owner.clear()
    made.append(Key(-value))
    return made[-1]


print(sorted(range(20), key=meddle))
