def show(label, f, *args):
    try:
        print(label, f(*args))
    except BaseException as e:
        print(label, type(e).__name__, e.args)


def count(n):
    i = 0
    while i < n:
        got = yield i
        if got is not None:
            i = got
        else:
            i += 1
    return "done"


print(list(count(4)))
g = count(10)
print(next(g), g.send(5), next(g), g.gi_running, g.gi_frame is not None)
g.close()
print(g.gi_frame, g.gi_suspended)
show("after close", next, g)
show("fresh send", count(1).send, 3)
g = count(1)
next(g)
show("return value", next, g)
show("finished", next, g)
print(g.__name__, g.__qualname__, g.gi_code.co_name)
g.__name__ = "renamed"
print(g.__name__)
show("bad name", setattr, g, "__name__", 3)


def catching():
    while True:
        try:
            x = yield "ready"
        except ValueError as e:
            x = "caught %s" % e
        except GeneratorExit:
            print("closing")
            raise
        print("got", x)


g = catching()
print(next(g))
print(g.throw(ValueError("v")))
print(g.throw(ValueError, "w"))
print(g.send(1))
show("throw other", g.throw, KeyError("k"))
g = catching()
next(g)
g.close()
show("bad throw", catching().throw, 3)
show("class no exc", catching().throw, int)
show("throw fresh", catching().throw, IndexError("i"))


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
next(g)
show("stubborn", g.close)


def leaf():
    try:
        a = yield 1
        print("leaf got", a)
        b = yield 2
        print("leaf got", b)
    except ValueError as e:
        print("leaf caught", e)
        yield 3
    finally:
        print("leaf finally")
    return "leaf result"


def middle():
    r = yield from leaf()
    print("middle got", r)
    return r * 2


g = middle()
print(next(g), g.gi_yieldfrom.__name__)
print(g.send("x"))
show("end", g.send, "y")
g = middle()
next(g)
print(g.throw(ValueError("inside")))
show("rest", next, g)
g = middle()
next(g)
g.close()
print(list(middle.__code__.co_names), middle.__code__.co_flags & 32)


def from_iter():
    r = yield from [1, 2, 3]
    print("r", r)
    r = yield from iter("ab")
    print("r", r)


print(list(from_iter()))
g = from_iter()
next(g)
show("throw into list", g.throw, ValueError("nothing"))


class It:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("it result")
        return self.n

    def send(self, v):
        return ("sent", v)

    def throw(self, *a):
        return ("thrown", a[0])

    def close(self):
        print("it closed")


def deleg():
    return (yield from It())


g = deleg()
print(next(g), g.send(5), g.throw(ValueError)[0], next(g))
show("deleg end", next, g)
g = deleg()
next(g)
g.close()


def stop():
    yield 1
    raise StopIteration("x")


g = stop()
next(g)
try:
    next(g)
except RuntimeError as e:
    print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)


def reenter():
    yield next(me)


me = reenter()
show("reenter", next, me)
squares = (x * x for x in range(5))
print(type(squares).__name__, squares.__name__, next(squares), list(squares), list(squares))


def handled():
    try:
        1 / 0
    except ZeroDivisionError:
        yield 1
        try:
            raise ValueError("second")
        except ValueError as e:
            print(repr(e.__context__))
            yield 2


h = handled()
next(h)
try:
    raise KeyError("outer")
except KeyError as e:
    print(next(h), repr(e.__context__))


def fin():
    try:
        yield 1
    finally:
        print("fin cleanup")


a, *b = count(4)
print(a, b)
print(sum(count(5)), max(count(5)), tuple(count(3)), dict(zip(count(3), "abc")))
print(*count(3))


def infinite():
    n = 0
    while True:
        yield n
        n += 1


for n in infinite():
    if n > 50000:
        break
print(n)


def nested(n):
    if n:
        yield n
        yield from nested(n - 1)


print(list(nested(20)))
lam = lambda: (yield 5)
print(next(lam()))
print(repr(count(1)).split(" at ")[0], type(count(1)))
