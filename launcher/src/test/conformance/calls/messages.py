import math
import types


def refuse(f, *args, **kw):
    try:
        f(*args, **kw)
    except TypeError as e:
        print(e)
    else:
        print("accepted")


class A:
    def method_two_args(self, x, y):
        pass

    @staticmethod
    def static_no_args():
        pass

    @staticmethod
    def positional_only(arg, /):
        pass


refuse(A().method_two_args)
refuse(A().method_two_args, "x", "y", x="oops")
refuse(A.static_no_args, "oops it's an arg")
refuse(A.static_no_args, oops=1)
refuse(A.positional_only, arg="x")
refuse({}.__contains__, 0, 1, 2) if False else None
refuse([].count)
refuse([].count, 1, 2)
refuse([].count, x=2)
refuse({}.keys, 0)
refuse({}.keys, x=2)
refuse([].append, x=2)
refuse(getattr, 1)
refuse(id)
refuse(id, 1, 2)
refuse(id, foo=1)
refuse(max, 0, sep=1)
refuse(int, xyz=1)
mod = types.ModuleType("mod")
refuse(mod)
mod.mod = 5
refuse(mod)
mod.mod = print
refuse(mod)
mod.__name__ = 3
refuse(mod)
refuse(object())
refuse(None)


def f(x=None, **kw):
    return list(kw)


print(f(a=1, b=2, **{"c": 3}, d=4))
print(f(**{str(i): i for i in range(8)}))
for mapping in ({1: 3}, {"a": 1}, {(1, 2): 0}):
    try:
        f(**mapping, **mapping)
    except TypeError as e:
        print(e)
source = "f(" + ",".join("x%d=%d" % (i, i) for i in range(300)) + ")"
print(len(eval(source)))
args = ["arg%d" % i for i in range(300)]
names = {}
exec("def g({0}): return ({0})".format(", ".join(args)), names)
print(names["g"](*range(300)) == tuple(range(300)))


# special methods are looked up on the class
class Picky:
    def __getattribute__(self, name):
        raise AssertionError("looked up " + name)

    def __floor__(self):
        return 1

    def __ceil__(self):
        return 2

    def __trunc__(self):
        return 3


print(math.floor(Picky()), math.ceil(Picky()), math.trunc(Picky()))


# iterators over big ranges can be moved
it = iter(range(-(2**65), 20, 2))
it.__setstate__(2**64 + 7)
print(list(it))
it = reversed(range(10, 2**65, 2))
it.__setstate__(2**64 - 7)
print(list(it))
it = iter(range(2**70, 2**70 + 5))
it.__setstate__(-3)
print(len(list(it)))


# a generator that has not started takes part in the traceback of what is thrown into it
def gen():
    yield


def places(e):
    tb, found = e.__traceback__, []
    while tb:
        found.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    return found


g = gen()
try:
    g.throw(ValueError("x"))
except ValueError as e:
    print(places(e), g.gi_frame)


class NewOnly(set):
    def __new__(cls, arg, newarg=None):
        return super().__new__(cls, arg)


refuse(NewOnly, [1], newarg=3)
refuse(set().__init__, x=1)
for f in ({}.__contains__, set().__contains__, frozenset().__contains__, {}.__getitem__, [].__getitem__, ().__getitem__):
    refuse(f)
    refuse(f, 1, 2)
refuse(min, 0, default=1, key=2, foo=3)
refuse(sorted, [1], foo=3, bar=4, key=2, reverse=4)
refuse(int, 1, 2, base=4, x=4)
refuse(ImportError, 0, name=1, path=2, name_from=3, foo=3)
refuse(print, 1, a=1, b=2, c=3, d=4, e=5)
refuse(enumerate, [], 1, start=2)
refuse("".encode, "a", "b", errors=3)
refuse(memoryview, b"", x=b"")
refuse(memoryview, object=b"", x=b"")
for kind in (type(refuse), type(list.append), type(list.__add__), type(repr), type([].append)):
    print(kind.__flags__ >> 17 & 1)
