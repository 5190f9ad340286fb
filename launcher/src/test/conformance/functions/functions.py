def show(label, f, *args, **kw):
    try:
        print(label, f(*args, **kw))
    except BaseException as e:
        print(label, type(e).__name__, e)


def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


show("all", f, 1, d=4)
show("pos", f, 1, 2, 3, 4, 5, d=6, z=7)
show("kw", f, 1, d=1, a=5, b=6)
show("missing", f, 1)
show("missing2", f)
show("dup", f, 1, 2, 3, c=3, d=1)


def g(a, b):
    return a, b


show("too many", g, 1, 2, 3)
show("too few", g, 1)
show("none", g)
show("unexpected", g, 1, 2, c=3)
show("multiple", g, 1, a=2)
show("posonly", lambda a, /: a, a=1)
show("kwonly", lambda *, a, b: a)
show("kwonly2", lambda *, a: a, 1)
show("default", lambda a=1, b=2: (a, b), 3, 4, 5)
show("not callable", 5)
print(f.__defaults__, f.__kwdefaults__, f.__name__, f.__code__.co_argcount, f.__code__.co_posonlyargcount,
      f.__code__.co_kwonlyargcount, f.__code__.co_varnames, f.__code__.co_flags & 12)


def counter():
    n = 0

    def inc(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n

    return inc, get


inc, get = counter()
print(inc(), inc(5), get(), inc.__closure__[0].cell_contents, inc.__code__.co_freevars)
inc2, _ = counter()
print(inc2(), get())
gl = 1


def use_global():
    global gl
    gl += 1
    return gl


print(use_global(), gl)


def unbound():
    print(v)
    v = 1


show("unbound", unbound)


def free():
    def inner():
        return later

    try:
        inner()
    except NameError as e:
        print(e)
    later = 1
    return inner()


show("free", free)
show("global", lambda: undefined_name)


def deleted():
    q = 1
    del q
    return q


show("deleted", deleted)


def deco(tag):
    print("deco", tag)

    def wrap(fn):
        print("wrap", tag, fn.__name__)

        def inner(*a, **k):
            return (tag, fn(*a, **k))

        inner.__name__ = fn.__name__
        return inner

    return wrap


@deco("outer")
@deco("inner")
def decorated(x):
    return x


print(decorated(1), decorated.__name__)


@lambda c: (c.__name__, "replaced")
class Klass:
    pass


print(Klass)
defaults = []


def mutable(x, acc=defaults):
    acc.append(x)
    return acc


mutable(1)
print(mutable(2), defaults)


def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


print(fact(20), fact(30))
print((lambda *a, **k: (a, k))(1, x=2), (lambda: None)())


def ann(a: int, b: "str" = "x", *c: float, d: list = None) -> dict:
    pass


print(ann.__annotations__)


def doc():
    """the doc"""


print(doc.__doc__, f.__doc__)


def try_return():
    try:
        return "try"
    finally:
        print("finally")


def override():
    for i in range(3):
        try:
            continue
        finally:
            print("f", i)
    while True:
        try:
            1 / 0
        finally:
            break
    return "ok"


print(try_return(), override())


class CM:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, t, v, tb):
        print("exit", self.name, t and t.__name__, v, tb is not None)
        return self.swallow


with CM("a") as a, CM("b", True) as b:
    print(a, b)
    raise ValueError("swallowed")
print("after")
try:
    with CM("c"):
        raise KeyError("k")
except KeyError as e:
    print("caught", e)
with (CM("p") as p, CM("q") as q):
    print(p, q)


def ret():
    with CM("r"):
        return "value"


print(ret())
for i in range(2):
    with CM("loop"):
        if i == 0:
            continue
        break
show("no cm", lambda: exec("with 5: pass"))


class NoExit:
    def __enter__(self):
        pass


show("no exit", lambda: exec("with NoExit(): pass", globals()))
for i in range(3):
    if i == 5:
        break
else:
    print("for else")
while False:
    pass
else:
    print("while else")
try:
    pass
except ValueError:
    print("no")
else:
    print("try else")
finally:
    print("try finally")


def rec(n):
    return rec(n + 1)


try:
    rec(0)
except RecursionError as e:
    print(str(e)[:32])
