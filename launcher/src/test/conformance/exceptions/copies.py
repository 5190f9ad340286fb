import copy
import pickle


def show(e, *names):
    for f in (copy.copy, copy.deepcopy, lambda e: pickle.loads(pickle.dumps(e, 2))):
        new = f(e)
        print(type(new).__name__, new.args, [getattr(new, n, "-") for n in names])


e = ImportError("m", name="n", path="p")
print(e.__reduce__()[1:])
show(e, "msg", "name", "path")
print(ImportError("m").__reduce__()[1:])
e = AttributeError("a", name="n", obj=5)
print(e.__reduce__()[1:], e.__getstate__())
show(e, "name", "obj")
e.extra = 3
show(e, "name", "extra")
print(NameError("x", name="q").__reduce__()[1:])
e = KeyError("k")
e.add_note("a note")
show(e, "__notes__")
show(OSError(2, "no", "file"), "errno", "strerror", "filename")
show(StopIteration(4), "value")
show(SystemExit(4), "code")
show(UnicodeDecodeError("ascii", b"\xff", 0, 1, "bad"), "encoding", "object", "start", "end", "reason")
show(SyntaxError("m", ("f", 1, 2, "t", 3, 4)), "filename", "lineno", "offset", "text", "end_lineno")


class Own(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.a = a


show(Own(1, 2), "a")
for name in ("args", "__traceback__", "__cause__", "__context__"):
    try:
        delattr(ValueError(1), name)
    except TypeError as e:
        print(e)


# where a frame stood
def lines(f):
    try:
        f()
    except Exception as e:
        t = e.__traceback__.tb_next
        while t:
            code = t.tb_frame.f_code
            print(f.__name__, t.tb_lineno - code.co_firstlineno, t.tb_frame.f_lineno - code.co_firstlineno)
            t = t.tb_next


def in_except():
    try:
        1 / 0
    except:
        1 / 0
        pass


def in_other_except():
    try:
        1 / 0
    except KeyError:
        1 / 0
        pass


def in_named():
    try:
        1 / 0
    except Exception as x:
        1 / 0
        pass


def in_finally():
    try:
        1 / 0
    finally:
        1 / 0
        pass


def after_finally():
    try:
        1 / 0
    finally:
        pass
        pass


class Noop:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


def with_():
    with Noop():
        1 / 0
        pass


def nested():
    with Noop():
        try:
            with Noop():
                1 / 0
                pass
        finally:
            pass


def again():
    try:
        1 / 0
    except Exception:
        pass
        raise


for f in (in_except, in_other_except, in_named, in_finally, after_finally, with_, nested, again):
    lines(f)
