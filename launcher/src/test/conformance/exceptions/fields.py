# The fields of exceptions, written and read back.
import gc

e = ValueError("v")
other = KeyError("k")
print(e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__)
for value in (True, False, True):
    e.__suppress_context__ = value
    print(e.__suppress_context__)
for value in (1, None, "x", 0.0):
    try:
        e.__suppress_context__ = value
    except TypeError as t:
        print(t, e.__suppress_context__)
try:
    del e.__suppress_context__
except TypeError as t:
    print(t)
e.__suppress_context__ = False
e.__cause__ = other
print(repr(e.__cause__), e.__suppress_context__)
e.__suppress_context__ = False
e.__cause__ = None
print(e.__cause__, e.__suppress_context__)
e.__suppress_context__ = False
e.__context__ = other
print(repr(e.__context__), e.__suppress_context__)
e.__context__ = None
print(e.__context__)
for name in ("__cause__", "__context__", "__traceback__", "args"):
    for value in (5, ValueError, "s"):
        try:
            setattr(e, name, value)
            print(name, getattr(e, name))
        except TypeError as t:
            print(name, t)
    try:
        delattr(e, name)
    except TypeError as t:
        print(name, t)
e.args = [1, 2]
print(e.args, repr(e), str(e))
e.args = ()
print(e.args, repr(e), repr(str(e)))
print(e.with_traceback(None) is e)
try:
    e.with_traceback(5)
except TypeError as t:
    print(t)
e.add_note("first")
e.add_note("second")
print(e.__notes__)
for bad in (1, None, b"n"):
    try:
        e.add_note(bad)
    except TypeError as t:
        print(t)
e.__notes__ = 5
try:
    e.add_note("third")
except TypeError as t:
    print(t)


class Told(ValueError):
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)


class Shared(ValueError):
    __notes__ = ["of the class"]


class Hidden(ValueError):
    def __getattribute__(self, name):
        if name == "__notes__":
            raise AttributeError(name)
        return super().__getattribute__(name)


class Slotted(ValueError):
    __slots__ = ("__notes__",)


for kind in (Told, Shared, Hidden, Slotted):
    e = kind()
    e.add_note("a")
    e.add_note("b")
    print(kind.__name__, e.__dict__, kind.__dict__.get("__notes__"))
print(e.__notes__)

# The circle that raising would close is opened where it would lead back.
a, b, c = ValueError("a"), ValueError("b"), ValueError("c")


def chain(x):
    out = []
    while x is not None and len(out) < 6:
        out.append(x.args[0])
        x = x.__context__
    return "".join(out)


try:
    try:
        try:
            raise a
        except ValueError:
            raise b
    except ValueError:
        raise c
except ValueError as last:
    print(chain(last))
try:
    try:
        raise c
    except ValueError:
        raise a
except ValueError as last:
    print(chain(a), chain(b), chain(c))
try:
    try:
        raise b
    except ValueError:
        raise b
except ValueError as last:
    print(chain(b))
# What is handled comes back when an inner handler is left, however that happens.
import sys


def now():
    return repr(sys.exception())


def inner():
    try:
        raise KeyError("inner")
    except KeyError:
        print(now())
    print(now())
    for _ in range(1):
        try:
            raise KeyError("loop")
        except KeyError:
            continue
    print(now())
    try:
        try:
            raise KeyError("x")
        finally:
            print(now())
    except KeyError:
        pass
    print(now())


print(now())
try:
    raise ValueError("outer")
except ValueError:
    inner()
    print(now())
    try:
        raise IndexError
    except IndexError as f:
        print(repr(f.__context__))
    print(now())
print(now())

# The texts of UnicodeErrors, for one and for many places, at the ends and beyond them.
cases = [(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (0, 0), (1, 1), (2, 1), (0, 3), (5, 6)]
for start, end in cases:
    for make in (
        lambda: UnicodeDecodeError("c", b"\x00\xffz", start, end, "r"),
        lambda: UnicodeEncodeError("c", "\x00\xff\u20ac", start, end, "r"),
        lambda: UnicodeEncodeError("c", "a\U0001f600b", start, end, "r"),
        lambda: UnicodeTranslateError("\x7f\u0100\uffff", start, end, "r"),
    ):
        u = make()
        print(u, u.start, u.end)
u = UnicodeDecodeError("c", b"abc", 1, 2, "r")
u.start, u.end, u.reason, u.encoding = 0, 1, "why", "other"
print(u)
u.object = b"\xf0"
print(u)
for attempt in ("b'\\xff'.decode('ascii')", "b'a\\xff\\xfe'.decode('utf-8')", "'\\xff'.encode('ascii')", "'ab\\u1234\\u1235c'.encode('latin-1')", "b'\\xff'.decode('utf-16')", "b'ab\\xe2\\x82'.decode('utf-8')", "'\\ud800'.encode('utf-8')"):
    try:
        eval(attempt)
    except UnicodeError as u:
        print(u, u.start, u.end)
