# The functions of operator, its getters, and their errors.
import copy
import operator
import pickle
import _operator


def show(label, action):
    try:
        print(label, action())
    except Exception as error:
        print(label, type(error).__name__, error)


values = [(7, 3), (7.5, 2), ([1], [2]), ("a", 2), ({1, 2}, {2, 3}), (True, False), (1j, 2)]
for name in """add and_ eq floordiv ge getitem gt iadd iand iconcat ifloordiv ilshift imatmul imod imul ior ipow irshift is_ is_not isub
itruediv ixor le lshift lt matmul mod mul ne or_ pow rshift sub truediv xor concat contains countOf indexOf delitem""".split():
    for a, b in values:
        show("%s %r %r" % (name, a, b), lambda: getattr(operator, name)(copy.copy(a), b))
for name in "abs index inv invert neg not_ pos truth".split():
    for a, b in values:
        if name not in ("inv", "invert") or not isinstance(a, bool):
            show("%s %r" % (name, a), lambda: getattr(operator, name)(a))
print(operator.add is _operator.add, operator.__add__ is operator.add, operator.add.__module__, operator.add.__doc__, _operator.add)
for args in [(), (1,), (1, 2, 3)]:
    show("add", lambda: operator.add(*args))
show("add key", lambda: operator.add(a=1, b=2))
show("call", lambda: operator.call(dict, [(1, 2)], x=3))
show("call", lambda: operator.call())
show("call", lambda: operator.call(3))


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __length_hint__(self):
        if isinstance(self.hint, type):
            raise self.hint("no")
        return self.hint


for hint in [5, NotImplemented, -1, "x", TypeError, ValueError, True]:
    show("hint %r" % (hint,), lambda: operator.length_hint(Hint(hint), 9))
for args in [([1],), ([1], 2.5), ([1], "a"), (iter([1, 2]), 3), (1,), (1, 4), ([], 2**80)]:
    show("length_hint", lambda: operator.length_hint(*args))


class Sequence:
    def __init__(self, items):
        self.items = items

    def __getitem__(self, key):
        return self.items[key]

    def __add__(self, other):
        return self.items + other.items

    def __mul__(self, count):
        return self.items * count


print(operator.concat(Sequence([1]), Sequence([2])))
for a, b in [(Sequence([1]), 2), (1, 2), ([1], {}), ({}, {}), ((1,), [2]), ("a", b"a"), ([1], Sequence([2]))]:
    show("concat", lambda: operator.concat(a, b))
    show("iconcat", lambda: operator.iconcat(a, b))
show("countOf", lambda: operator.countOf([float("nan"), 1, 1.0, True], 1))
show("indexOf", lambda: operator.indexOf(iter("abc"), "c"))
show("indexOf", lambda: operator.indexOf("abc", "d"))
show("countOf", lambda: operator.countOf(3, "d"))
show("setitem", lambda: operator.setitem((), 0, 1))
d = {}
print(operator.setitem(d, 1, 2), d, operator.delitem(d, 1), d)
nan = float("nan")
print(operator.is_(nan, nan), operator.is_not([], []))


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y
        self.me = self

    def move(self, by=0, *, scale=1):
        return (self.x + by) * scale, self.y


p = Point(1, 2)
for getter in [operator.attrgetter("x"), operator.attrgetter("x", "y"), operator.attrgetter("me.me.y", "x"), operator.attrgetter("no"),
               operator.attrgetter("x.no"), operator.attrgetter("")]:
    show(repr(getter), lambda: getter(p))
for getter in [operator.itemgetter(1), operator.itemgetter(0, -1), operator.itemgetter(slice(1, None)), operator.itemgetter("a"), operator.itemgetter(9)]:
    show(repr(getter), lambda: getter("xyz"))
for caller in [operator.methodcaller("move"), operator.methodcaller("move", 3), operator.methodcaller("move", 3, scale=2), operator.methodcaller("no"),
               operator.methodcaller("move", z=1)]:
    show(repr(caller), lambda: caller(p))
for make in [operator.attrgetter, operator.itemgetter, operator.methodcaller]:
    for args in [(), (1,), ("a", 2)]:
        show("%s %r" % (make.__name__, args), lambda: make(*args))
    show("key", lambda: make("a", x=1))
    for args in [(), (1, 2)]:
        show("call %r" % (args,), lambda: make("a")(*args))
    show("call with key", lambda: make("a")(1, x=1))
    print(make, make.__module__, make.__qualname__)
for thing in [operator.attrgetter("x", "me.y"), operator.itemgetter(1, "a"), operator.methodcaller("move", 3), operator.methodcaller("move", 3, scale=2)]:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(thing, protocol))
        print(again, type(again) is type(thing), thing.__reduce__()[1])
g = operator.itemgetter([])
loop = []
g = operator.itemgetter(loop)
loop.append(g)
print(g)
for a, b in [("abc", "abc"), ("abc", "abd"), (b"a", b"a"), (b"a", bytearray(b"a")), ("a", "ab")]:
    print(_operator._compare_digest(a, b))
for a, b in [("\xe9", "a"), (1, 2), ("a", b"a"), (b"a", "a")]:
    show("digest", lambda: _operator._compare_digest(a, b))
