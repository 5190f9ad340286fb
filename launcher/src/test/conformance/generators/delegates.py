# Delegates whose close and throw cannot be looked up, raise, or return something.
import sys

told = []
sys.unraisablehook = lambda u: told.append((u.exc_type.__name__, str(u.exc_value), type(u.object).__name__, u.err_msg))


def t(f, *args):
    try:
        print("gives", f(*args))
    except BaseException as e:
        print("raises", type(e).__name__, e, "while", type(e.__context__).__name__)


class Plain:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        return self.n


class Broken(Plain):
    def __getattr__(self, name):
        print("asked for", name)
        1 / 0


class Missing(Plain):
    def __getattr__(self, name):
        print("asked for", name)
        raise AttributeError("none of " + name)


class Closing(Plain):
    def close(self):
        print("closed")
        return "ignored"


class FailingClose(Plain):
    def close(self):
        raise ValueError("in close")


class Throwing(Plain):
    def throw(self, *args):
        print("thrown", getattr(args[0], "__name__", type(args[0]).__name__))
        return "from throw"


class Ending(Plain):
    def throw(self, *args):
        raise StopIteration("ended")


class Passing(Plain):
    def throw(self, e, *rest):
        raise e


class ClosedByThrow(Throwing):
    close = None


for kind in (Plain, Broken, Missing, Closing, FailingClose, Throwing, Ending, Passing, ClosedByThrow):
    print(kind.__name__)

    def g():
        try:
            result = yield from kind()
            print("result", result)
            yield "behind"
        except ValueError as e:
            print("caught", e)
            yield "caught"
        finally:
            print("finally")

    for how in (
        lambda i: i.close(),
        lambda i: i.throw(ValueError("thrown in")),
        lambda i: i.throw(KeyError),
        lambda i: i.throw(GeneratorExit),
        lambda i: i.throw(GeneratorExit("with text")),
        lambda i: i.send("sent"),
    ):
        i = g()
        print(next(i), next(i))
        t(how, i)
        print(i.gi_frame is None, i.gi_running, type(i.gi_yieldfrom).__name__, told)
        told.clear()
        t(next, i, "end")
        t(i.close)


class Told:
    """A delegate that shows what its throw is given."""

    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def throw(self, *given):
        print("throw", given)
        return len(given)


def delegating(delegate):
    try:
        yield from delegate
    except TypeError as error:
        print("inside", error)
        yield "after"


import warnings

warnings.simplefilter("ignore")
asked = delegating(Told())
next(asked)
for given in ((KeyError,), (KeyError, "x"), (KeyError("y"),), (KeyError, "z", None), (3,)):
    print(asked.throw(*given))
nested = delegating(delegating(Told()))
next(nested)
print(nested.throw(ValueError, "deep"))
innermost = delegating(delegating(iter([1, 2])))
next(innermost)
try:
    innermost.throw(3)
except TypeError as error:
    print("outside", error)
print(next(innermost, "over"))
inner = delegating(x for x in (1, 2))
next(inner)
print(inner.throw(3))
